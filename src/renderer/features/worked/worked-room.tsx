import { workedExample } from '#domain/worked/worked-examples'
import { useMemo } from 'react'
import { WorkedList } from './worked-list'
import { WorkedPage } from './worked-page'
import './worked.css'

/** `#/worked` lists the examples, `#/worked/<id>` is one of them. */
export function WorkedRoom({ rest }: { readonly rest: readonly string[] }) {
  const id = rest[0] ?? ''
  const example = useMemo(() => workedExample(id), [id])
  return example === null ? <WorkedList /> : <WorkedPage example={example} />
}
