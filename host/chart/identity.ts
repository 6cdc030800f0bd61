// Who somebody is: name, birth date, contact. Read from what a person typed, in any script; sealed
// by AES-256-GCM under a key outside the installation's folder and bound to the person's key, so
// that sealed texts cannot change places; and found again by a keyed hash of name and birth date.

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { ageYears, type Day, parseDay } from '../core/day.ts';
import type { EntryOf } from '../journal/index.ts';
import type { IdentityKey } from './identity-key.ts';

/** Who somebody is, in the clear: never written anywhere but sealed. */
export interface Identity {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly born: string;
  readonly contact: string | undefined;
}

/** Why what was typed is nobody's identity. */
export type IdentityRefusal =
  | { readonly code: 'name-empty' }
  | { readonly code: 'name-unreadable' }
  | { readonly code: 'name-too-long'; readonly allowed: number }
  | { readonly code: 'contact-unreadable' }
  | { readonly code: 'no-such-day'; readonly asked: string }
  | { readonly code: 'born-in-future'; readonly asked: string }
  | { readonly code: 'born-too-long-ago'; readonly asked: string; readonly allowed: number };

type Sealed = EntryOf<'person-registered'>['identity'];

/** Older than this nobody has ever been (122 years, of whom we know). */
const AGE_YEARS_MAX = 125;
const NAME_CHARS_MAX = 200;
const identityShape = z.strictObject({
  name: z.string(),
  born: z.string(),
  contact: z.string().optional(),
});

const isPlain = (text: string): boolean => text.isWellFormed() && !/[\p{Cc}\p{Cs}]/u.test(text);

/** Reads who somebody is; today comes in because nobody is born tomorrow. */
export function readIdentity(
  said: { readonly name: string; readonly born: string; readonly contact: string | undefined },
  today: Day,
): Result<Identity, IdentityRefusal> {
  if (!isPlain(said.name)) return refuse({ code: 'name-unreadable' });
  const name = said.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse({ code: 'name-empty' });
  if (name.length > NAME_CHARS_MAX) {
    return refuse({ code: 'name-too-long', allowed: NAME_CHARS_MAX });
  }
  const contact = said.contact?.normalize('NFC').trim();
  if (contact !== undefined && (!isPlain(contact) || contact.length > NAME_CHARS_MAX)) {
    return refuse({ code: 'contact-unreadable' });
  }
  const day = parseDay(said.born);
  if (day === undefined) return refuse({ code: 'no-such-day', asked: said.born });
  if (day > today) return refuse({ code: 'born-in-future', asked: said.born });
  if (ageYears(day, today) > AGE_YEARS_MAX) {
    return refuse({ code: 'born-too-long-ago', asked: said.born, allowed: AGE_YEARS_MAX });
  }
  return ok({ name, born: said.born, contact: contact === '' ? undefined : contact });
}

/**
 * What of a name decides whether it is the same: no case, no width, no accents, no punctuation.
 * Order counts; a person whose names stand the other way round is found by somebody who looks.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The keyed hash by which a second chart of the same person is found. */
export const lookupOf = ({ name, born }: Identity, { lookupKey }: IdentityKey): string =>
  createHmac('sha256', lookupKey).update(`${plainName(name)}\n${born}`, 'utf8').digest('hex');

/** Seals an identity for one person's chart. */
export function sealIdentity(identity: Identity, person: string, key: IdentityKey): Sealed {
  // S-73: a fresh nonce each time, and bound to the person, so that no text can change places.
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.sealKey, nonce);
  cipher.setAAD(Buffer.from(person, 'utf8'));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final()]);
  return {
    algorithm: 'aes-256-gcm',
    keyId: key.keyId,
    nonceHex: nonce.toString('hex'),
    tagHex: cipher.getAuthTag().toString('hex'),
    sealedHex: sealed.toString('hex'),
  };
}

/** Opens a sealed identity; undefined under another key, or if it is not what was sealed. */
export function openIdentity(
  sealed: Sealed,
  person: string,
  key: IdentityKey,
): Identity | undefined {
  if (sealed.keyId !== key.keyId) return undefined;
  try {
    const nonce = Buffer.from(sealed.nonceHex, 'hex');
    const cipher = createDecipheriv('aes-256-gcm', key.sealKey, nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(person, 'utf8'));
    cipher.setAuthTag(Buffer.from(sealed.tagHex, 'hex'));
    const bytes = [cipher.update(Buffer.from(sealed.sealedHex, 'hex')), cipher.final()];
    const read = identityShape.safeParse(JSON.parse(Buffer.concat(bytes).toString('utf8')));
    return read.success ? { ...read.data, contact: read.data.contact } : undefined;
  } catch (failure) {
    if (failure instanceof Error) return undefined; // the tag says that it is not what was sealed
    throw failure;
  }
}
