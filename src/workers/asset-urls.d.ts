/** The address of a built file beside the script. */
declare module '*?url' {
  const url: string
  export default url
}
