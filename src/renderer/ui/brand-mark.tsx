/** The mark of the program: three lines of a page, the middle one held. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="8" fill="var(--teal-6)" />
      <rect x="6" y="7.500" width="14" height="2" rx="1" fill="var(--on-teal)" opacity="0.55" />
      <rect x="6" y="11.500" width="14" height="3" rx="1.500" fill="var(--on-teal)" />
      <rect x="6" y="16.500" width="14" height="2" rx="1" fill="var(--on-teal)" opacity="0.55" />
    </svg>
  )
}
