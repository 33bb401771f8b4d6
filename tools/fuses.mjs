/**
 * How the Electron binary must be set when the program is packaged (names of `@electron/fuses`). There is no packager yet,
 * so nothing sets them: `npm start` runs the binary as npm delivers it. `tests/shells/checklist.test.ts` keeps the list.
 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}
