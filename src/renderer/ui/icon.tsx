/** Our own line icons on a 24-unit grid; decoration only, the word always stands beside them or in a label. */
const PATHS = {
  loans: 'M4 6h16v12H4zM4 10h16',
  budget: 'M5 20V10M12 20V4M19 20v-7',
  plan: 'M4 18l6-7 4 4 6-9',
  proposals: 'M4 5h16v11H9l-5 4z',
  contacts: 'M6 4h4l2 5-2.500 1.500a11 11 0 004 4L15 12l5 2v4a2 2 0 01-2 2A14 14 0 014 6a2 2 0 012-2z',
  ladder: 'M4 20h4v-4h4v-4h4V8h4V4',
  evidence: 'M5 4h9l5 5v11H5zM14 4v5h5M9 14l2 2 4-4',
  settings: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M3 12h3M18 12h3',
  start: 'M4 11l8-7 8 7v9H4z',
  plus: 'M12 5v14M5 12h14',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 10a2 2 0 100 4 2 2 0 000-4z',
  eyeOff: 'M3 12s3.5-6 9-6c1.6 0 3 .5 4.200 1.200M21 12s-3.500 6-9 6c-1.600 0-3-.500-4.200-1.200M5 19L19 5',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 000 12h3',
  check: 'M5 12l5 5 9-11',
  close: 'M6 6l12 12M18 6L6 18',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5',
  edit: 'M4 20h4L19 9l-4-4L4 16z',
  archive: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  back: 'M14 6l-6 6 6 6',
  forward: 'M10 6l6 6-6 6',
  up: 'M6 14l6-6 6 6',
  down: 'M6 10l6 6 6-6',
  heart: 'M12 20s-7-4.400-7-10a4 4 0 017-2.600A4 4 0 0119 10c0 5.600-7 10-7 10z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3',
  document: 'M5 4h11l3 3v13H5zM9 10h6M9 14h6',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  info: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.010',
  help: 'M12 4a8 8 0 100 16 8 8 0 000-16zM9.500 10a2.500 2.500 0 115 0c0 1.700-2.500 2-2.500 3.500M12 16.500v.010',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
