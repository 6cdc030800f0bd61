/**
 * A host that does nothing but write: opens the journal of a folder, writes reservations, and
 * prints the number of each line once it is on disk. Its test kills it in the middle.
 */
import { reservation } from '../support/journal.ts';
import { explainRefusal, nodeWorld, openJournal } from '../../host/journal/index.ts';

const dir = process.argv[2] ?? '';
const opened = openJournal(dir, nodeWorld('0.1.0'), { segmentBytes: 64 << 10 });
if (!opened.ok) {
  process.stderr.write(explainRefusal(opened.error));
  process.exitCode = 1;
} else {
  for (let armingId = 1; armingId < 60_000; armingId += 1) {
    // A line that is not synced goes between: a kill may tear either.
    opened.value.append({ kind: 'armed', armingId, retracted: true });
    const written = await opened.value.appendAndSync({ ...reservation, armingId });
    if (written.ok) process.stdout.write(`${written.value.n}\n`);
  }
}
