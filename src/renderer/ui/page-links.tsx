interface PageLinksProps {
  readonly label: string
  readonly pages: readonly { readonly href: string; readonly label: string; readonly isHere: boolean }[]
}

/** The pages of a room, as links under its title. */
export function PageLinks({ label, pages }: PageLinksProps) {
  return (
    <nav className="page-links" aria-label={label}>
      {pages.map((page) => (
        <a key={page.href} href={page.href} aria-current={page.isHere ? 'page' : undefined}>
          {page.label}
        </a>
      ))}
    </nav>
  )
}
