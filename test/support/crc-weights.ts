/**
 * What CRC-32C finds for certain, counted rather than quoted: how many error patterns of two, four
 * and six bits leave the check of a frame of a given length as it was. A pattern is undetected when
 * the remainders of its bits cancel, so equal remainders of halves are looked for.
 */

const POLYNOMIAL_REFLECTED = 0x82f63b78;
/** Terms of the polynomial, the highest included. */
const TERMS = 0x11edc6f41n;

/** The remainder that a wrong bit leaves, for each place from the end of a frame. */
export function remainders(bits: number): Uint32Array {
  const found = new Uint32Array(bits);
  let register = 0x80000000;
  for (let place = 0; place < bits; place += 1) {
    found[place] = register;
    register = ((register >>> 1) ^ (register & 1 ? POLYNOMIAL_REFLECTED : 0)) >>> 0;
  }
  return found;
}

/** Whether every pattern with an odd number of wrong bits is found: the polynomial has x + 1. */
export const findsOddWeights = (): boolean =>
  TERMS.toString(2).replaceAll('0', '').length % 2 === 0;

/** How many pairs of equal values there are. */
function equalPairs(values: Uint32Array): number {
  values.sort();
  let pairs = 0;
  let run = 1;
  for (let at = 1; at <= values.length; at += 1) {
    if (at < values.length && values[at] === values[at - 1]) run += 1;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs;
}

/** Undetected patterns of two wrong bits. */
export const weightTwo = (bits: number): number => equalPairs(remainders(bits));

/** Undetected patterns of four wrong bits, where there are none of two. */
export function weightFour(bits: number): number {
  const one = remainders(bits);
  const two = new Uint32Array((bits * (bits - 1)) / 2);
  let at = 0;
  for (let a = 1; a < bits; a += 1) {
    for (let b = 0; b < a; b += 1) two[at++] = (one[a] ?? 0) ^ (one[b] ?? 0);
  }
  return equalPairs(two) / 3; // a pattern of four falls into two halves in three ways
}

/** Undetected patterns of six wrong bits, where there are none of two and of four. */
export function weightSix(bits: number): number {
  const one = remainders(bits);
  const three = new Uint32Array((bits * (bits - 1) * (bits - 2)) / 6);
  let at = 0;
  for (let a = 2; a < bits; a += 1) {
    for (let b = 1; b < a; b += 1) {
      const two = (one[a] ?? 0) ^ (one[b] ?? 0);
      for (let c = 0; c < b; c += 1) three[at++] = two ^ (one[c] ?? 0);
    }
  }
  return equalPairs(three) / 10; // and one of six in ten ways
}

/** The chance that exactly so many of a number of bits are wrong, each with the given chance. */
export function chanceOfWeight(bits: number, weight: number, each: number): number {
  let logged = weight * Math.log(each) + (bits - weight) * Math.log1p(-each);
  for (let k = 0; k < weight; k += 1) logged += Math.log((bits - k) / (k + 1));
  return Math.exp(logged);
}

const combinations = (bits: number, weight: number): number => {
  let found = 1;
  for (let k = 0; k < weight; k += 1) found *= (bits - k) / (k + 1);
  return found;
};

const WEIGHT_MAX = 80;

/**
 * The chance that a body with bit errors passes its check: patterns of six bits as counted, of more
 * bits as if half of the remainders were possible (odd ones are always found, so 2^-31).
 */
export function undetectedInBody(bits: number, six: number, each: number): number {
  let sum = (six / combinations(bits, 6)) * chanceOfWeight(bits, 6, each);
  for (let weight = 8; weight <= Math.min(bits, WEIGHT_MAX); weight += 2) {
    sum += chanceOfWeight(bits, weight, each) / 2 ** 31;
  }
  return sum;
}
