import { createHash, X509Certificate, verify as verifySignature } from 'node:crypto'
import { fromBER, Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import type { TimeStampAnswer, TimeStampPort } from '#services/ports'

/** Hashes by their object identifiers. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const SHA256 = '2.16.840.1.101.3.4.2.1'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const EXT_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
/** `granted`, and granted with changes. */
const GRANTED = new Set([0, 1])

/**
 * Time stamps of RFC 3161, without a network: the question is saved to a file, and the answer is brought back in one.
 * Verified are the hash in the answer, the signature by the certificate in it, and that this certificate is one for time
 * stamps. Which authority a court accepts is not looked at.
 */
export const timeStamps: TimeStampPort = {
  query(sha256, nonce) {
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
        hashedMessage: new OctetString({ valueHex: bufferOf(Buffer.from(sha256, 'hex')) }),
      }),
      nonce: new Integer({ valueHex: bufferOf(Buffer.concat([Buffer.from([0]), nonce])) }),
      certReq: true,
    })
    return new Uint8Array(request.toSchema().toBER())
  },
  read(answer, sha256) {
    try {
      return readAnswer(answer, sha256)
    } catch {
      return { ok: false, reason: 'unreadable' }
    }
  },
}

function readAnswer(answer: Uint8Array, sha256: string): TimeStampAnswer {
  const parsed = fromBER(bufferOf(answer))
  if (parsed.offset === -1) return { ok: false, reason: 'unreadable' }
  const response = new TimeStampResp({ schema: parsed.result })
  if (!GRANTED.has(response.status.status) || !response.timeStampToken) return { ok: false, reason: 'notGranted' }
  const signed = new SignedData({ schema: new ContentInfo({ schema: response.timeStampToken.toSchema() }).content })
  const { eContent, eContentType } = signed.encapContentInfo
  if (eContentType !== TST_INFO || !eContent) return { ok: false, reason: 'unreadable' }
  const content = Buffer.from(eContent.getValue())
  const info = new TSTInfo({ schema: fromBER(bufferOf(content)).result })
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  if (hashAlgorithm.algorithmId !== SHA256 || Buffer.from(hashedMessage.getValue()).toString('hex') !== sha256)
    return { ok: false, reason: 'otherFile' }
  const signer = signed.signerInfos[0]
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate)
  const certificate = certificates.find((each) => isOf(each, signer?.sid))
  if (!signer?.signedAttrs || !certificate) return { ok: false, reason: 'noCertificate' }
  const digest = HASHES[signer.digestAlgorithm.algorithmId]
  const stated = signer.signedAttrs.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0] as
    OctetString | undefined
  if (!digest || !stated || !createHash(digest).update(content).digest().equals(Buffer.from(stated.getValue())))
    return { ok: false, reason: 'badSignature' }
  if (!isForTimeStamps(certificate)) return { ok: false, reason: 'badSignature' }
  const key = new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).publicKey
  const attributes = Buffer.from(signer.signedAttrs.encodedValue)
  if (!verifySignature(digest, attributes, key, Buffer.from(signer.signature.getValue())))
    return { ok: false, reason: 'badSignature' }
  return { ok: true, at: info.genTime.getTime(), by: nameOf(certificate) }
}

/** Issuer and number, as the signer names its certificate. */
function isOf(certificate: Certificate, sid: unknown): boolean {
  const { issuer, serialNumber } = (sid ?? {}) as { issuer?: Certificate['issuer']; serialNumber?: Integer }
  return (
    serialNumber !== undefined &&
    issuer !== undefined &&
    certificate.serialNumber.isEqual(serialNumber) &&
    certificate.issuer.isEqual(issuer)
  )
}

function isForTimeStamps({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === EXT_KEY_USAGE)?.parsedValue as unknown
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING)
}

function nameOf({ subject }: Certificate): string {
  const value = (type: string): string => {
    const found = subject.typesAndValues.find((each) => each.type === type)
    return found ? String((found.value as { valueBlock: { value: unknown } }).valueBlock.value) : ''
  }
  return [value(COMMON_NAME), value(ORGANISATION)]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 200)
}

/** A copy in a buffer of its own, as the parsers take it. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
