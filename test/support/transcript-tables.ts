/**
 * The golden transcripts as the wire's document shows them: who says what, line by line, made of
 * the very files that the conformance kit plays.
 */
import { readTranscripts } from '../../host/conform/read-transcripts.ts';
import type { Spoken, Transcript, TranscriptLine } from '../../host/conform/transcript.ts';
import { table } from './markdown.ts';

const SHOWN = ['golden-arm-and-disarm', 'golden-refusals-of-arm', 'golden-stop-and-clear'];

const fields = ({ kind: _kind, ...rest }: Spoken): string =>
  Object.entries(rest)
    .filter(([, value]) => value !== '*')
    .map(([name, value]) => `${name} \`${value}\``)
    .join(', ');

function row(line: TranscriptLine): readonly string[] {
  if ('silenceMs' in line) return ['pen', 'silence', `for ${line.silenceMs} ms`];
  if ('host' in line) return ['host', line.host.kind.toUpperCase(), fields(line.host)];
  if ('pen' in line) return ['pen', line.pen.kind.toUpperCase(), fields(line.pen)];
  return ['pen, soon', line.soon.kind.toUpperCase(), fields(line.soon)];
}

const shown = ({ says, lines }: Transcript): string =>
  `${says}\n\n${table(['who', 'message', 'fields'], lines.map(row))}`;

/** The transcripts that the document shows. */
export const transcriptTables = (): string =>
  readTranscripts()
    .filter(({ name }) => SHOWN.includes(name))
    .map(shown)
    .join('\n\n');
