/** The address of a built worker script, for `runTask`. */
declare module '*?worker&url' {
  const url: string
  export default url
}
