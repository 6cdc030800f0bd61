// What the process answers with when it ends. The numbers are promised: scripts read them, and the
// README shows this table.

/** Every exit code, by what it means. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  pen: 3,
  journal: 4,
  mistake: 5,
  leftOpen: 6,
  notWhole: 7,
  killed: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The meaning of each code, as help and the README say it. */
export const EXIT_WORDS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, 'done'],
  [EXIT.refused, 'refused: the plan, the person, the question or the pen; every reason is given'],
  [EXIT.usage, 'the command was not understood, or Node is too old'],
  [EXIT.pen, 'the pen or its port: not there, busy, not allowed, not answering'],
  [EXIT.journal, 'the journal or a record: missing, held by another host, not sound, not writable'],
  [EXIT.mistake, 'a mistake of Corium itself'],
  [EXIT.leftOpen, 'left before the end; a treatment stays open and can be resumed'],
  [EXIT.notWhole, 'nothing failed, and not everything that was asked could be judged'],
  [EXIT.killed, 'Ctrl-C a second time: left without waiting for the pen'],
];
