/**
 * Mutants of the host's end of a seal and of its keys: what is sent without one, what is believed,
 * in which order a key is kept and given up, and who may read it.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const MIND = 'host/pairing/seal-mind.ts';
const PORT = 'host/pairing/sealed-port.ts';
const STORE = 'host/pairing/key-store.ts';
const FILE = 'host/pairing/key-file.ts';
const PROCEDURE = 'host/pairing/procedure.ts';

const byMind = (test: string): Check => by('test/host/pairing/seal-mind.test.ts', test);
const byPort = (test: string): Check => by('test/host/pairing/sealed-port.test.ts', test);
const byStore = (test: string): Check => by('test/host/pairing/key-store.test.ts', test);
const byPairing = (test: string): Check => by('test/host/pairing/procedure.test.ts', test);

/** The table of host/pairing. */
export const HOST_PAIRING: Table = {
  folder: 'host/pairing',
  within: ['host/pairing/'],
  least: 8,
  mutants: [
    mutant(
      'S-50', 'check-removed', 'anything-said-to-a-pen-of-a-stranger',
      edit(PORT, "state.kind === 'shut' && isHarmless(bytes)", "state.kind === 'shut'"),
      byPort('what acts goes out under the key of the session, and else not at all'),
    ),
    mutant(
      'S-50', 'check-removed', 'spoken-to-before-the-greeting-is-over',
      edit(
        PORT,
        "if (state.kind === 'open' || state.kind === 'bare' ||",
        "if (state.kind === 'open' || state.kind === 'bare' || state.kind === 'greeting' ||",
      ),
      byPort('what acts goes out under the key of the session, and else not at all'),
    ),
    mutant(
      'S-50', 'reason-ignored', 'stop-that-needs-a-key',
      edit(
        PORT,
        "state.kind === 'bare' || passesAnySeal(bytes)",
        "state.kind === 'bare'",
      ),
      byPort('a STOP needs no key, under a seal that is shut'),
    ),
    mutant(
      'S-51', 'check-removed', 'pen-heard-without-its-seal',
      edit(PORT, 'if (!probe(block)) tell(', 'if (!probe(block) || proven || !proven) tell('),
      byPort('a sealed host hears what the pen has sealed, and nothing else'),
    ),
    mutant(
      'S-51', 'reason-ignored', 'closed-seal-that-lets-in',
      edit(
        PORT,
        "    if (mind.state().kind !== 'closed') tell(Uint8Array.of(0, ...block, 0));",
        '    tell(Uint8Array.of(0, ...block, 0));',
      ),
      byPort('a closed seal lets nothing in'),
    ),
    mutant(
      'S-51', 'check-removed', 'greeting-for-another-host',
      edit(
        MIND,
        "state.kind !== 'greeting' || welcome.hostNonce !== state.hostNonce",
        "state.kind !== 'greeting'",
      ),
      byMind('a greeting > that answers another HELLO seals nothing'),
    ),
    mutant(
      'S-52', 'off-by-one', 'newest-number-taken-again',
      edit(MIND, 'proven && counter <= known', 'proven && counter < known'),
      byMind('a greeting > whose number this computer has met is not taken again'),
    ),
    mutant(
      'S-52', 'age-forgotten', 'number-of-a-session-not-kept',
      edit(
        MIND,
        'withProof(by.keys, by.key.key, by.counter)',
        'withProof(by.keys, by.key.key, by.key.counter)',
      ),
      byMind('the number of a session that was proven is kept'),
    ),
    mutant(
      'S-52', 'reason-ignored', 'number-that-could-not-be-kept',
      edit(MIND, 'if (!kept.ok) return become(', 'if (!kept.ok) become('),
      byMind('keys that cannot be > written end a session whose number would not be remembered'),
    ),
    mutant(
      'S-51', 'check-removed', 'another-pen-in-the-name-of-this-one',
      edit(MIND, 'return serial === says ? undefined :', 'return says ? undefined :'),
      byMind('a pen that says who it is > is not spoken to if another pen has that key'),
    ),
    mutant(
      'S-51', 'check-removed', 'paired-pen-spoken-to-without-its-key',
      edit(MIND, 'return lost ? refused(', 'return lost && !lost ? refused('),
      by(
        'test/world/stories/paired.test.ts',
        'a host that has a key does not treat with a pen in its name that has none',
      ),
    ),
    mutant(
      'S-55', 'reason-ignored', 'network-without-a-seal',
      edit(MIND, "return mustSeal ? refused({ kind: 'must-seal' })", 'return mustSeal && keys ===' +
        " undefined ? refused({ kind: 'must-seal' })"),
      byMind('a greeting > of a pen without keys is shut and closed where only a seal may speak'),
    ),
    mutant(
      'S-55', 'check-removed', 'key-that-others-may-read',
      edit(STORE, 'const open = (mode & OTHERS) !== 0;', 'const open = (mode & OTHERS) === -1;'),
      byStore('a key file of mode 644 is not used'),
    ),
    mutant(
      'S-55', 'wrong-unit', 'key-file-that-the-group-reads',
      edit(STORE, 'const OTHERS = 0o077;', 'const OTHERS = 0o007;'),
      byStore('a key file of mode 640 is not used'),
    ),
    mutant(
      'S-55', 'check-removed', 'keys-in-the-folder-of-an-installation',
      edit(STORE, "const inside = from === '' || (", "const inside = from === '' && ("),
      byStore('keys are not kept in the folder of an installation, however it is written'),
    ),
    mutant(
      'S-54', 'sync-skipped', 'new-key-kept-after-the-pen-has-it',
      [
        edit(
          PROCEDURE,
          'const kept = keys.keep(withNewKey(before.value ?? { serial, keys: [] }, key));\n' +
            "  if (!kept.ok) return refuse({ code: 'store', refusal: kept.error });\n",
          '',
        ),
        edit(
          PROCEDURE,
          'return ok({ serial, keyId: keyIdOf(key), digits: digitsOf(both) });',
          'keys.keep(withNewKey(before.value ?? { serial, keys: [] }, key));\n' +
            '  return ok({ serial, keyId: keyIdOf(key), digits: digitsOf(both) });',
        ),
      ],
      byPairing('a key that the pen may have got is kept, though nothing more was heard'),
    ),
    mutant(
      'S-54', 'age-forgotten', 'proven-key-gives-way-to-a-new-one',
      edit(FILE, 'keys: [...keys.filter(({ proven }) => proven).slice(-1), {', 'keys: [{'),
      byStore('a new key stands beside the proven one, and ends it once it is proven itself'),
    ),
    mutant(
      'S-54', 'comparison-flipped', 'older-of-two-keys-chosen',
      edit(FILE, 'keys.findLast(', 'keys.find('),
      byMind('a greeting > with two keys that both ends have is sealed by the newer one'),
    ),
  ],
};
