// Opens a serial port: the cable of a real pen, or the pseudo-terminal of the simulator. It looks
// at the path first, lets serialport configure and lock the line, and then takes the fastest road
// over it. It never opens anything that it was not told to open by name.

import { SerialPort } from 'serialport';
import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type FileView, type Roots, SYSTEM_ROOTS, systemFiles } from './file-view.ts';
import { inspectPath } from './inspect-path.ts';
import type { OpenRefusal } from './open-refusal.ts';
import { createOutbox } from './outbox.ts';
import { CLOSED_HERE, createPortNews, type PortNews } from './port-news.ts';
import { serialRefusal } from './serial-refusal.ts';
import { openSerialportRoad } from './serialport-road.ts';
import { openTtyRoad, type Road, type RoadNews } from './tty-road.ts';

/** The rate that every pen and every pseudo-terminal on every system takes. */
export const BAUD_RATE = 115_200;
const BAUD_RATE_MAX = 4_000_000;

/** How a serial port is opened; everything has a default. */
export interface SerialOptions {
  readonly baudRate?: number;
  /** Which road to take; by default the terminal stream where there is one. */
  readonly road?: 'tty' | 'serialport';
  readonly files?: FileView;
  readonly roots?: Roots;
}

/** Opens a serial port by its path. */
export async function openSerial(
  path: string,
  options: SerialOptions = {},
): Promise<Result<BytePort, OpenRefusal>> {
  const { baudRate = BAUD_RATE, files = systemFiles, roots = SYSTEM_ROOTS } = options;
  const refusal = refuseSettings(baudRate) ?? refusePath(path, files, roots);
  if (refusal !== undefined) return refuse(refusal);
  const line = new SerialPort({
    path,
    baudRate,
    autoOpen: false,
    hupcl: false, // dropping DTR at the end of a program would reset some boards
    lock: true,
  });
  try {
    await openLine(line);
  } catch (error) {
    return refuse(serialRefusal(path, error, files, roots));
  }
  try {
    return ok(portOver(path, line, options.road ?? usualRoad()));
  } catch (error) {
    await closeLine(line);
    return refuse(serialRefusal(path, error, files, roots));
  }
}

const usualRoad = (): 'tty' | 'serialport' =>
  process.platform === 'win32' ? 'serialport' : 'tty';

const refuseSettings = (baudRate: number): OpenRefusal | undefined =>
  Number.isSafeInteger(baudRate) && baudRate > 0 && baudRate <= BAUD_RATE_MAX
    ? undefined
    : {
        code: 'bad-setting',
        field: 'baud rate',
        asked: String(baudRate),
        allowed: `a whole number from 1 to ${BAUD_RATE_MAX}`,
      };

function refusePath(path: string, files: FileView, roots: Roots): OpenRefusal | undefined {
  // Windows names its ports COM3, which is no path that could be looked at.
  if (process.platform === 'win32') return undefined;
  const inspected = inspectPath(path, files, roots);
  return inspected.ok ? undefined : inspected.error;
}

const openLine = (line: SerialPort): Promise<void> =>
  new Promise((resolve, reject) => {
    line.open((error) => (error === null ? resolve() : reject(error)));
  });

const closeLine = (line: SerialPort): Promise<void> =>
  new Promise((resolve) => {
    // A line that is already closed says so with an error; closed is what was wanted.
    line.close(() => resolve());
  });

function portOver(path: string, line: SerialPort, wanted: 'tty' | 'serialport'): BytePort {
  const news = createPortNews();
  let closing: Promise<void> | undefined;
  const over: { road?: Road } = {};
  const end = (why: string): Promise<void> => {
    // The news does not wait for the system to let go of the line, which can take a while: whoever
    // wants to open the port again awaits `close` first.
    // A line that goes away while its road is being opened has none yet.
    closing ??= (over.road?.close() ?? Promise.resolve()).then(() => closeLine(line));
    news.end(why);
    return closing;
  };
  const roadNews: RoadNews = { heard: news.heard, ended: (why) => void end(why) };
  line.on('error', (error) => roadNews.ended(`the device failed: ${error.message}`));
  line.on('close', () => roadNews.ended('the device hung up'));
  const road = openRoad(path, line, wanted, roadNews);
  over.road = road;
  return bytePort(path, road, news, end);
}

function openRoad(
  path: string,
  line: SerialPort,
  wanted: 'tty' | 'serialport',
  news: RoadNews,
): Road {
  const descriptor = descriptorOf(line);
  const fast =
    wanted === 'tty' && descriptor !== undefined
      ? openTtyRoad(path, descriptor, news)
      : undefined;
  return fast ?? openSerialportRoad(line, news);
}

function descriptorOf(line: SerialPort): number | undefined {
  const binding = line.port;
  if (binding === undefined || !('fd' in binding)) return undefined;
  return typeof binding.fd === 'number' ? binding.fd : undefined;
}

function bytePort(
  name: string,
  road: Road,
  news: PortNews,
  end: (why: string) => Promise<void>,
): BytePort {
  const outbox = createOutbox(road.sink);
  return {
    name,
    // Asked again afterwards: a write is often the first to notice that the device is gone.
    write: (bytes) => !news.ended() && outbox.write(bytes) && !news.ended(),
    writeUrgent: (bytes) => !news.ended() && outbox.writeUrgent(bytes) && !news.ended(),
    onBytes: news.onBytes,
    onClosed: news.onClosed,
    close: () => end(CLOSED_HERE),
  };
}
