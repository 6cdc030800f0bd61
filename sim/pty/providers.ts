// Three ways to get a pseudo-terminal whose other end a serial host can open. Node has none of its
// own (it cannot unlock one), so: the C library through koffi where that is installed, else a short
// python3 or perl program that unlocks the descriptor it inherits. Each also sets the line raw.
// Written for Linux and macOS; only Linux has been run.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** A way to open a pseudo-terminal. */
export type ProviderName = 'koffi' | 'python3' | 'perl';

/** The master's descriptor, owned by the caller, and the path of the other end. */
export interface OpenedPty {
  readonly fd: number;
  readonly path: string;
}

const MASTER_FLAGS = fs.constants.O_RDWR | fs.constants.O_NOCTTY | fs.constants.O_NONBLOCK;
/** Programs that are started later must not hold the line up; Node has no name for this flag. */
const CLOSE_ON_EXEC = process.platform === 'linux' ? 0o2_000_000 : 0;
const TERMIOS_BYTES = 256; // more than any libc's struct termios

const PYTHON = `
import ctypes, os, tty
libc = ctypes.CDLL(None)
libc.ptsname.restype = ctypes.c_char_p
assert libc.grantpt(3) == 0 and libc.unlockpt(3) == 0
path = libc.ptsname(3).decode()
fd = os.open(path, os.O_RDWR | os.O_NOCTTY)
tty.setraw(fd)
print(path)
`;

const PERL = `
use POSIX;
open(my $master, '+<&=', 3) or die "$!";
my $path;
if ($^O eq 'darwin') {
  $path = "\\0" x 128;
  ioctl($master, 0x20007454, 0) or die "$!";
  ioctl($master, 0x20007452, 0) or die "$!";
  ioctl($master, 0x40807453, $path) or die "$!";
  $path =~ s/\\0.*//s;
} else {
  my $word = pack('i', 0);
  ioctl($master, 0x40045431, $word) or die "$!";
  ioctl($master, 0x80045430, $word) or die "$!";
  $path = '/dev/pts/' . unpack('i', $word);
}
my $fd = POSIX::open($path, O_RDWR | O_NOCTTY) or die "$!";
my $line = POSIX::Termios->new;
$line->getattr($fd);
$line->setiflag(0);
$line->setoflag(0);
$line->setlflag(0);
$line->setcflag(CS8 | CREAD | CLOCAL);
$line->setcc(VMIN, 1);
$line->setcc(VTIME, 0);
$line->setattr($fd, TCSANOW) or die "$!";
print $path;
`;

/** The providers in the order in which they are tried. */
export const PROVIDERS: readonly {
  readonly name: ProviderName;
  readonly open: () => Promise<OpenedPty>;
}[] = [
  { name: 'koffi', open: throughKoffi },
  { name: 'python3', open: () => throughProgram('python3', ['-c', PYTHON]) },
  { name: 'perl', open: () => throughProgram('perl', ['-e', PERL]) },
];

async function throughKoffi(): Promise<OpenedPty> {
  const { default: koffi } = await import('koffi');
  const libc = koffi.load(process.platform === 'darwin' ? 'libSystem.B.dylib' : 'libc.so.6');
  const fd: unknown = libc.func('int posix_openpt(int)')(MASTER_FLAGS | CLOSE_ON_EXEC);
  if (typeof fd !== 'number' || fd < 0) throw new Error(`posix_openpt: errno ${koffi.errno()}`);
  const must = (name: string, outcome: unknown): void => {
    if (outcome === 0) return;
    fs.closeSync(fd);
    throw new Error(`${name}: errno ${koffi.errno()}`);
  };
  must('grantpt', libc.func('int grantpt(int)')(fd));
  must('unlockpt', libc.func('int unlockpt(int)')(fd));
  const path = String(libc.func('str ptsname(int)')(fd));
  const line = Buffer.alloc(TERMIOS_BYTES);
  must('tcgetattr', libc.func('int tcgetattr(int, _Inout_ uint8_t *)')(fd, line));
  libc.func('void cfmakeraw(_Inout_ uint8_t *)')(line);
  must('tcsetattr', libc.func('int tcsetattr(int, int, uint8_t *)')(fd, 0, line));
  return { fd, path };
}

/** Opens the master here and lets a program unlock it through descriptor 3. */
async function throughProgram(program: string, args: readonly string[]): Promise<OpenedPty> {
  const fd = fs.openSync('/dev/ptmx', MASTER_FLAGS);
  const run = spawnSync(program, args, { stdio: ['ignore', 'pipe', 'pipe', fd], encoding: 'utf8' });
  if (run.error !== undefined) {
    fs.closeSync(fd);
    throw run.error;
  }
  const path = run.stdout.trim();
  if (run.status === 0 && path.startsWith('/')) return Promise.resolve({ fd, path });
  fs.closeSync(fd);
  throw new Error(`it ended with ${run.status ?? 'a signal'}: ${run.stderr.trim()}`);
}
