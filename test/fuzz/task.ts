/**
 * One run of the fuzzer: who is judged, under which noise, how much of it, by which chance; and how
 * a whole campaign is cut into such runs, so that any number of processes do the same ones.
 */

/** Who hears the noise. */
export const SUBJECTS = ['decoder', 'host', 'pen'] as const;

/** One of them. */
export type Subject = (typeof SUBJECTS)[number];

/** A run of one kind of noise; equal tasks give equal runs. */
export interface Task {
  readonly kind: string;
  readonly seed: number;
  readonly bytes: number;
  /** Whether memory is weighed before and after; it is unless a test has no need of it. */
  readonly weigh?: false;
}

/** A task, and whom it judges. */
export interface Job {
  readonly subject: Subject;
  readonly task: Task;
}

const TASK_BYTES_MAX = 16_000_000;
/** Even for a decoder that hears hosts, odd for one that hears pens: both have their part. */
const SLICES_MIN = 2;
const SEEDS_OF_A_RUN = 1_000_000;

/** Cuts so many bytes for each subject into tasks, every kind of noise having an equal part. */
export function cutIntoJobs(
  subjects: readonly Subject[],
  kinds: readonly string[],
  bytes: number,
  seed: number,
): readonly Job[] {
  const kindBytes = Math.ceil(bytes / kinds.length);
  const slices = Math.max(SLICES_MIN, Math.ceil(kindBytes / TASK_BYTES_MAX));
  const sliceBytes = Math.ceil(kindBytes / slices);
  return Array.from({ length: slices }, (_, slice) =>
    subjects.flatMap((subject) =>
      kinds.map((kind, index): Job => {
        const own = seed * SEEDS_OF_A_RUN + 2 * index * slices + slice;
        return { subject, task: { kind, seed: own, bytes: sliceBytes } };
      }),
    ),
  ).flat();
}

/** A job in one word, for a command line. */
export const nameOf = ({ subject, task }: Job): string =>
  `${subject}/${task.kind.replaceAll(' ', '-')}/${task.seed}/${task.bytes}`;

const isSubject = (word: string | undefined): word is Subject =>
  SUBJECTS.some((subject) => subject === word);

/** The job of such a word, or undefined if it is none. */
export function jobOf(name: string): Job | undefined {
  const [subject, kind, seed, bytes] = name.split('/');
  const task: Task = {
    kind: (kind ?? '').replaceAll('-', ' '), seed: Number(seed), bytes: Number(bytes),
  };
  const isWhole = Number.isSafeInteger(task.seed) && task.seed >= 0 && task.bytes > 0;
  return isSubject(subject) && isWhole ? { subject, task } : undefined;
}
