// The door of certificates for the rest of the host's shell.

export {
  type BenchKey,
  keySentence,
  newBenchKey,
  readBenchKey,
  readPublicKeys,
  usualKeyPath,
} from './bench-key.ts';
export { type FoundPen, impactFor, impactIfWorse } from './impact-for.ts';
export { signCertificate } from './sign.ts';
export {
  certificatePath,
  freshCertificateId,
  readCertificate,
  readCertificates,
  saveCertificate,
  saveSentence,
  type StoredCertificate,
} from './store.ts';
export { type CertificateVerdict, verifyCertificate } from './verify.ts';
