// From the elements of a code to a cartridge that may be claimed: which article, lot, serial number
// and expiry. Whether it has been used before is for the ledger to say; a lot alone cannot prove
// single use, so a code without a serial number claims nothing.

import { type Day, formatDay } from '../../day.ts';
import { ok, refuse, type Result } from '../../../../protocol/result.ts';
import { gs1Day } from './gs1-date.ts';
import { type Gs1Refusal, readElements } from './gs1.ts';

/** What a package says of itself. */
export interface ScannedCartridge {
  readonly gtin: string;
  readonly lot: string | undefined;
  readonly serial: string;
  readonly expiresOn: Day;
  readonly madeOn: Day | undefined;
}

/** Why a package is not taken. */
export type ScanRefusal =
  | Gs1Refusal
  | {
      readonly code:
        | 'article-missing' | 'serial-missing' | 'expiry-missing' | 'date-impossible'
        | 'article-unknown' | 'expired' | 'made-in-future' | 'made-after-expiry';
      readonly about: string;
    };

/** What a scan is held against. */
export interface ScanGround {
  readonly today: Day;
  /** The article numbers of cartridges that this installation uses. */
  readonly gtins: readonly string[];
}

interface Dates {
  readonly expiresOn: Day | undefined;
  readonly madeOn: Day | undefined;
}

function dateRefusals({ expiresOn, madeOn }: Dates, today: Day): readonly ScanRefusal[] {
  const isExpired = expiresOn !== undefined && expiresOn < today;
  const isAhead = madeOn !== undefined && madeOn > today;
  const isTurned = madeOn !== undefined && expiresOn !== undefined && madeOn > expiresOn;
  return [
    ...(isExpired ? [{ code: 'expired', about: formatDay(expiresOn) } as const] : []),
    ...(isAhead ? [{ code: 'made-in-future', about: formatDay(madeOn) } as const] : []),
    ...(isTurned ? [{ code: 'made-after-expiry', about: formatDay(madeOn) } as const] : []),
  ];
}

/** The cartridge in a scanned or typed code, or everything that is against taking it. */
export function scanCartridge(
  input: string,
  { today, gtins }: ScanGround,
): Result<ScannedCartridge, readonly ScanRefusal[]> {
  const read = readElements(input);
  if (!read.ok) return refuse([read.error]);
  const [gtin, lot, serial] = ['01', '10', '21'].map((id) => read.value.get(id));
  const [expiry, made] = [read.value.get('17'), read.value.get('11')];
  const expiresOn = expiry === undefined ? undefined : gs1Day(expiry, today);
  const madeOn = made === undefined ? undefined : gs1Day(made, today);
  const checks: readonly (readonly [boolean, ScanRefusal])[] = [
    [gtin === undefined, { code: 'article-missing', about: '01' }],
    [serial === undefined, { code: 'serial-missing', about: '21' }],
    [expiry === undefined, { code: 'expiry-missing', about: '17' }],
    [expiry !== undefined && expiresOn === undefined,
      { code: 'date-impossible', about: expiry ?? '' }],
    [made !== undefined && madeOn === undefined, { code: 'date-impossible', about: made ?? '' }],
    [gtin !== undefined && !gtins.includes(gtin), { code: 'article-unknown', about: gtin ?? '' }],
  ];
  const refusals = [
    ...checks.filter(([holds]) => holds).map(([, refusal]) => refusal),
    ...dateRefusals({ expiresOn, madeOn }, today),
  ];
  // S-63: a package is taken whole or turned away with every reason.
  const isWhole = gtin !== undefined && serial !== undefined && expiresOn !== undefined;
  return isWhole && refusals.length === 0
    ? ok({ gtin, lot, serial, expiresOn, madeOn })
    : refuse(refusals);
}

const SENTENCES: Readonly<Record<ScanRefusal['code'], (about: string) => string>> = {
  empty: () => 'The scanner sent nothing; scan the package again.',
  'too-long': (about) => `${about} characters are more than a package has; scan one code only.`,
  'other-symbology': (about) =>
    `The code is of another kind ("${about}"); scan the one that is marked UDI.`,
  'strange-letter': (about) =>
    `The value of (${about}) has a letter that no GS1 code has; set the scanner to plain letters.`,
  'unknown-identifier': (about) =>
    `"${about}" begins no part of a package code that is read here; scan the code marked UDI.`,
  'identifier-twice': (about) => `The code says (${about}) twice; scan one package only.`,
  'value-missing': (about) => `Nothing stands after (${about}); scan the package again.`,
  'value-too-long': (about) =>
    `What stands after (${about}) is too long; the scanner may leave out the separator (FNC1, `
    + 'sent as GS): switch it on.',
  'value-too-short': (about) => `What stands after (${about}) is cut short; scan it again.`,
  'not-digits': (about) => `What stands after (${about}) should be digits only; scan it again.`,
  'check-digit-wrong': (about) =>
    `The check digit of article ${about} is wrong; scan it again, or type it with care.`,
  'bracket-broken': (about) =>
    `"${about}" is no identifier in brackets; type it as printed, such as (01)04012345678901.`,
  'article-missing': () => 'The code names no article (01); scan the code marked UDI.',
  'serial-missing': () =>
    'The code has no serial number (21), and a lot cannot prove single use; take a cartridge whose '
    + 'package has one.',
  'expiry-missing': () => 'The code has no expiry date (17); take another cartridge.',
  'date-impossible': (about) => `${about} is no date; scan it again, or take another cartridge.`,
  'article-unknown': (about) =>
    `Article ${about} is no cartridge that is used here; take one that is on the list.`,
  expired: (about) => `The cartridge expired on ${about}; throw it away and take another.`,
  'made-in-future': (about) =>
    `The package says it is made on ${about}, which is to come; check the clock, or take another.`,
  'made-after-expiry': (about) =>
    `The package says it is made on ${about}, after its expiry; take another cartridge.`,
};

/** The sentence of a refusal. */
export const scanSentence = ({ code, about }: ScanRefusal): string => SENTENCES[code](about);
