/**
 * Mutants of the host's end of a link session, of the pedal and of the queue to the port: which
 * frames count, when silence is a loss, and how a STOP gets through.
 */
import { by, edit, equivalent, mutant, type Table } from '../mutant.ts';

/** The table of host/link. */
export const HOST_LINK: Table = {
  folder: 'host/link',
  within: ['host/link/'],
  least: 8,
  mutants: [
    mutant(
      'S-19', 'check-removed', 'frame-of-another-session-heard',
      edit(
        'host/link/session.ts',
        "if (header.session !== talk.session) return drop(session, 'stale-session');",
        "if (header.session === 0) return drop(session, 'stale-session');",
      ),
      by(
        'test/host/session/session.test.ts',
        'silence > is not broken by frames of another link session',
      ),
    ),
    mutant(
      'S-19', 'off-by-one', 'frame-heard-twice',
      edit(
        'host/link/session.ts',
        'if (header.seq <= talk.heardSeq)',
        'if (header.seq < talk.heardSeq)',
      ),
      by(
        'test/host/session/session.test.ts',
        'a frame > that is old, foreign, early or our own is dropped and counted by its reason',
      ),
    ),
    mutant(
      'S-19', 'check-removed', 'answer-to-another-question-taken',
      edit(
        'host/link/session.ts',
        'pending === undefined || message.request !== pending.header.seq',
        'pending === undefined',
      ),
      by('test/host/session/session.test.ts', 'a request > takes only the answer that names it'),
    ),
    mutant(
      'S-19', 'reason-ignored', 'own-echo-heard',
      edit(
        'host/link/session.ts',
        "if (!isFromPen(message)) return drop(session, 'own-message');",
        'if (!isFromPen(message)) return stay(session);',
      ),
      by(
        'test/host/session/session.test.ts',
        'a frame > that is old, foreign, early or our own is dropped and counted by its reason',
      ),
    ),
    mutant(
      'S-29', 'check-removed', 'welcome-for-another-host',
      edit(
        'host/link/session.ts',
        "link.kind !== 'greeting' || welcome.hostNonce !== link.hostNonce",
        "link.kind !== 'greeting'",
      ),
      by(
        'test/host/session/session.test.ts',
        'the handshake > takes no welcome for another nonce, and none twice',
      ),
    ),
    mutant(
      'S-26', 'age-forgotten', 'silence-does-not-grow',
      edit(
        'host/link/session.ts',
        'silentMs: talk.silentMs + elapsedMs,',
        'silentMs: talk.silentMs,',
      ),
      by(
        'test/host/session/session.test.ts',
        'silence > of 150 milliseconds is a lost link, and a new greeting is wanted',
      ),
    ),
    mutant(
      'S-26', 'off-by-one', 'silence-a-millisecond-late',
      edit('host/link/session.ts', 'talk.silentMs >= SILENCE_MS', 'talk.silentMs > SILENCE_MS'),
      by(
        'test/host/session/session.test.ts',
        'silence > of 150 milliseconds is a lost link, and a new greeting is wanted',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'other-catalogue-joined',
      edit(
        'host/link/interview.ts',
        "!read.schemaMatches || session.mode === 'look'",
        "session.mode === 'look'",
      ),
      by(
        'test/host/session/session.test.ts',
        'the handshake > reads a pen of another catalogue, and neither joins nor grants',
      ),
    ),
    mutant(
      'S-33', 'check-removed', 'grant-while-a-stop-is-unproven',
      edit(
        'host/link/session.ts',
        "session.mode === 'treatment' && session.stopping === undefined",
        "session.mode === 'treatment'",
      ),
      by('test/host/session/session.test.ts', 'STOP > leaves nothing to grant until it is proven'),
    ),
    mutant(
      'S-33', 'age-forgotten', 'stop-said-once',
      edit(
        'host/link/session.ts',
        'session.stopping + elapsedMs',
        'session.stopping + 0 * elapsedMs',
      ),
      by(
        'test/host/session/session.test.ts',
        'STOP > goes out before anything else of the same tick, and every twenty milliseconds',
      ),
    ),
    mutant(
      'S-33', 'comparison-flipped', 'stop-after-everything-else',
      edit(
        'host/link/session.ts',
        '[...again.effects, ...step.effects]',
        '[...step.effects, ...again.effects]',
      ),
      by(
        'test/host/session/session.test.ts',
        'STOP > goes out before anything else of the same tick, and every twenty milliseconds',
      ),
    ),
    mutant(
      'S-33', 'check-removed', 'stop-proven-by-an-old-latch',
      edit(
        'host/link/session-stop.ts',
        "({ message }) => message.kind === 'clear'",
        "({ message }) => message.kind === 'clear' && message.latchId < 0",
      ),
      by(
        'test/host/session/session.test.ts',
        'STOP > is not proven by an old latch while a CLEAR is on its way',
      ),
    ),
    mutant(
      'S-33', 'reason-ignored', 'stop-waits-in-the-queue',
      edit('host/link/session-stop.ts', 'urgent: true,', 'urgent: false,'),
      by(
        'test/host/session/session.test.ts',
        'STOP > is sent in every state of the link, urgent and without a number',
      ),
    ),
    mutant(
      'S-33', 'check-removed', 'stop-behind-what-waits',
      edit(
        'host/link/outbox.ts',
        '      queue = [];\n      queuedBytes = 0;\n      accept',
        '      accept',
      ),
      by(
        'test/link/outbox.test.ts',
        'an urgent write drops what waits, but not what the system already has',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'lag-by-a-clock-that-stands',
      edit(
        'host/link/session.ts',
        'talk.clock.offsetMs + talk.ageMs - telemetry.penMs',
        'talk.clock.offsetMs - telemetry.penMs',
      ),
      by(
        'test/host/session/clock-relation.test.ts',
        'a session > asks for the clock every half second, and tells the lag of what it hears',
      ),
    ),
    mutant(
      'S-27', 'age-forgotten', 'old-clock-sample-never-replaced',
      edit(
        'host/link/clock-relation.ts',
        'relation.sampleAgeMs * DRIFT_PERCENT',
        'relation.sampleAgeMs * 0 * DRIFT_PERCENT',
      ),
      by(
        'test/host/session/clock-relation.test.ts',
        'the relation of the clocks > prefers the shorter round trip, and a longer one ' +
          'only when the old one has aged',
      ),
    ),
    mutant(
      'S-27', 'check-removed', 'clock-from-a-repeated-question',
      edit(
        'host/link/requests.ts',
        "answer.kind !== 'clock' || pending.tries > 1",
        "answer.kind !== 'clock'",
      ),
      by(
        'test/host/session/clock-relation.test.ts',
        'a session > learns nothing from a question that it had to repeat',
      ),
    ),
    mutant(
      'S-22', 'reason-ignored', 'unanswered-taken-for-not-done',
      edit('host/link/session-parts.ts', '[...unanswered(link.talk), {', '[{'),
      by(
        'test/host/session/session.test.ts',
        'a request > waits for the one before it, and those that wait are unknown as well',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'joined-before-the-ledger-was-read',
      edit(
        'host/link/session-state.ts',
        "  'ledger',\n  'latch',\n] as const;",
        "  'latch',\n] as const;",
      ),
      by(
        'test/host/session/interview.test.ts',
        'ledger and latch are asked for by their own pages before a link counts as made',
      ),
    ),
    mutant(
      'S-15', 'age-forgotten', 'pedal-held-without-proof',
      edit(
        'host/link/pedal.ts',
        'state.proofAgeMs + elapsedMs <= PEDAL_PROOF_MS_MAX',
        'state.proofAgeMs <= PEDAL_PROOF_MS_MAX',
      ),
      by(
        'test/link/pedal-reader.test.ts',
        'held is asked of the clock: a late timer cannot keep a hold alive',
      ),
    ),
    mutant(
      'S-21', 'check-removed', 'pedal-down-from-the-start-counts',
      edit('host/link/pedal.ts', "const hold = 'awaiting-release';", "const hold = 'up';"),
      by(
        'test/link/pedal.test.ts',
        'a hold > does not begin while the foot was down before the pedal was there',
      ),
    ),
    mutant(
      'S-11', 'check-removed', 'pedal-leads-to-the-eye',
      edit(
        'host/link/pedal-area.ts',
        "AREAS[area].zone === 'eye' ? refuse",
        'AREAS[area].code === 0 ? refuse',
      ),
      by(
        'test/link/pedal-area.test.ts',
        'a side button leads into no area at the eye, and past none either',
      ),
    ),
    mutant(
      'S-18', 'check-removed', 'grant-outside-a-treatment',
      edit(
        'host/link/session.ts',
        "session.mode === 'treatment' && session.stopping === undefined",
        'session.stopping === undefined',
      ),
      by(
        'test/host/session/modes.test.ts',
        'a session for calibration or service sends no grant, whoever asks for one',
      ),
    ),
  ],
  equivalents: [
    equivalent(
      'S-32', 'other-catalogue-granted',
      edit(
        'host/link/session.ts',
        '!may || !talk.joined || !talk.schemaMatches',
        '!may || !talk.joined',
      ),
      'A link session with another catalogue is never joined (interview.ts, and a mutant ' +
        'of it is caught), and what is not joined is granted nothing. The question stands ' +
        'there for whoever changes the interview.',
    ),
  ],
};
