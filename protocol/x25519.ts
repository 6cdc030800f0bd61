// X25519 (RFC 7748): two ends make one secret although everybody hears what they say. It is used
// when a pen is paired and when its key is changed, a few times in a pen's life, so it is written
// for whoever reads it: big integers, and the ladder of the RFC line for line. It is not constant
// in time; a private key lives for one exchange and is thrown away.

const PRIME = 2n ** 255n - 19n;
const A24 = 121_665n;
/** Bytes of a key. */
export const POINT_BYTES = 32;

const inField = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = inField(base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function bytesOf(value: bigint): Uint8Array {
  const bytes = new Uint8Array(POINT_BYTES);
  for (let at = 0, left = value; at < POINT_BYTES; at += 1, left >>= 8n) {
    bytes[at] = Number(left & 0xffn);
  }
  return bytes;
}

/** A private key as the RFC wants it: of the small subgroup, and of full length. */
function scalarOf(secret: Uint8Array): bigint {
  const bytes = secret.slice();
  bytes[0] = (bytes[0] ?? 0) & 248;
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
  return numberOf(bytes);
}

function ladder(scalar: bigint, u: bigint): bigint {
  let [x2, z2, x3, z3] = [1n, 0n, u, 1n];
  let swapped = 0n;
  for (let bit = 254n; bit >= 0n; bit -= 1n) {
    const now = (scalar >> bit) & 1n;
    if (now !== swapped) [x2, x3, z2, z3] = [x3, x2, z3, z2];
    swapped = now;
    const [a, b] = [inField(x2 + z2), inField(x2 - z2)];
    const [aa, bb] = [(a * a) % PRIME, (b * b) % PRIME];
    const e = inField(aa - bb);
    const [da, cb] = [inField((x3 - z3) * a), inField((x3 + z3) * b)];
    [x3, z3] = [inField((da + cb) ** 2n), inField(u * (da - cb) ** 2n)];
    [x2, z2] = [(aa * bb) % PRIME, inField(e * (aa + A24 * e))];
  }
  if (swapped === 1n) [x2, z2] = [x3, z3];
  return (x2 * power(z2, PRIME - 2n)) % PRIME;
}

/** The shared secret of one's own private and the other's public key; all zeros are no secret. */
export const x25519 = (secret: Uint8Array, point: Uint8Array): Uint8Array =>
  bytesOf(ladder(scalarOf(secret), inField(numberOf(point) & ((1n << 255n) - 1n))));

const BASE = bytesOf(9n);

/** The public key of a private one. */
export const publicKeyOf = (secret: Uint8Array): Uint8Array => x25519(secret, BASE);
