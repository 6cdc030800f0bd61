/**
 * Another program on the same computer that opens the pen's port, as a program: writes noise into
 * it, eats what the pen says, greets the pen as a second host, or takes the lock. It says in lines
 * of JSON what it came to. It opens the device without asking for the lock, which is no more than a
 * convention between those who ask.
 */
import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import tty from 'node:tty';
import { SerialPort } from 'serialport';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame } from '../../protocol/frame.ts';

const [, , mode, device = ''] = process.argv;
const say = (what: object): void => console.log(JSON.stringify(what));
const MODEM = Buffer.from('AT\r\nAT+GCAP\r\nATI\r\n');

const openQuietly = (): number => {
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = fs.constants;
  return fs.openSync(device, O_RDWR | O_NOCTTY | O_NONBLOCK);
};

function babble(): void {
  const fd = openQuietly();
  let bytes = 0;
  const write = (): void => {
    const noise = randomInt(10) === 0 ? MODEM : randomBytes(randomInt(1, 64));
    try {
      bytes += fs.writeSync(fd, noise);
    } catch {
      return; // the line is full of noise already
    }
    say({ bytes });
  };
  setInterval(write, 2);
}

function eat(): void {
  const stream = new tty.ReadStream(openQuietly());
  let bytes = 0;
  stream.on('data', (eaten: Buffer) => {
    bytes += eaten.length;
    say({ bytes });
  });
}

function greet(): void {
  const hostNonce = randomInt(1, 2 ** 32);
  const hello = { kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH } as const;
  const frame = encodeFrame(hello, { session: 0, seq: 0, ack: 0 }, 0);
  const fd = openQuietly();
  say({ bytes: 0 });
  // Everything is ready, so that the greeting falls on the instant at which it is asked for.
  process.stdin.once('data', () => {
    const atNs = String(process.hrtime.bigint());
    say({ bytes: fs.writeSync(fd, frame), atNs });
  });
}

function lock(): void {
  const port = new SerialPort({ path: device, baudRate: 115_200, lock: true, autoOpen: false });
  port.open((error) => say({ bytes: error === null ? 1 : 0 }));
  setInterval(() => port.isOpen, 1_000); // an idle port alone keeps no process alive
}

const MODES: Readonly<Record<string, () => void>> = { noise: babble, eat, hello: greet, lock };
MODES[mode ?? '']?.();
