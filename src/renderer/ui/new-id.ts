/** An opaque id for something new; chance enters here and nowhere else in the page. */
export const newId = (): string => crypto.randomUUID()
