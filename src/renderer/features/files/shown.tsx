import type { ShownAs } from '#domain/attachment/media-type'

interface ShownProps {
  readonly kind: ShownAs
  readonly address: string
  readonly name: string
}

/** A picture, a recording or a film, straight from the vault. */
export function Shown({ kind, address, name }: ShownProps) {
  switch (kind) {
    case 'image':
      return <img className="shown" src={address} alt={name} />
    case 'audio':
      return <audio className="shown" src={address} controls aria-label={name} />
    case 'video':
      return <video className="shown" src={address} controls aria-label={name} />
  }
}
