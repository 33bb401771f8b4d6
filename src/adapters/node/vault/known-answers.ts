import { deriveKey, seal, unseal } from './seal'
import { rawScrypt } from './scrypt'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const isSame = (bytes: Uint8Array | null, expected: string): boolean =>
  bytes !== null && Buffer.from(bytes).toString('hex') === expected

/**
 * Whether this runtime's cryptography gives the published answers: Electron has BoringSSL where Node has OpenSSL. Runs at
 * every start, in a few milliseconds. Sources: RFC 7914 §12 (scrypt, first vector), RFC 5869 A.3 with a 32-byte output
 * (HKDF-SHA-256), McGrew and Viega, test case 15 (AES-256-GCM).
 */
export async function cryptoIsSound(): Promise<boolean> {
  const scrypted = await rawScrypt('', new Uint8Array(0), { N: 16, r: 1, p: 1 }, 64)
  const derived = deriveKey(hex('0b'.repeat(22)), new Uint8Array(0), '')
  const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
  const nonce = hex('cafebabefacedbaddecaf888')
  const plain = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
  )
  const sealed = seal(key, nonce, '', plain)
  return (
    isSame(
      scrypted,
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
    ) &&
    isSame(derived, '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d') &&
    isSame(
      sealed,
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015adb094dac5d93471bdec1a502270e3cc6c',
    ) &&
    isSame(unseal(key, nonce, '', sealed), Buffer.from(plain).toString('hex')) &&
    unseal(key, nonce, 'x', sealed) === null
  )
}
