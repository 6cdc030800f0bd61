/**
 * A PostgreSQL of a test's own, from Debian's packages: in a temporary folder, as a user without
 * rights, on a unix socket that nobody else finds. Where the packages are missing, whoever asks is
 * told so aloud and skips.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A server that runs. */
export interface PostgresServer {
  /** The address of a fresh database of this server. */
  readonly freshUrl: () => string;
  /** Copies one database into another that is empty, by PostgreSQL's own tools. */
  readonly copy: (from: string, to: string) => void;
  readonly stop: () => Promise<void>;
}

const ROOT = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs; undefined where there is none. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(ROOT) ? readdirSync(ROOT) : [];
  const [newest] = versions.toSorted((one, other) => Number(other) - Number(one));
  const folder = newest === undefined ? undefined : path.join(ROOT, newest, 'bin');
  return folder !== undefined && existsSync(path.join(folder, 'initdb')) ? folder : undefined;
}

/** Whether there is one; says so aloud where there is none. */
export function havePostgres(): boolean {
  if (postgresPrograms() !== undefined) return true;
  process.stderr.write(
    'SKIPPED: no PostgreSQL in /usr/lib/postgresql, so nothing is shown about several rooms; '
    + '"apt-get install postgresql" brings it.\n',
  );
  return false;
}

/** The user it runs as: the server refuses to be root. */
function userOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a server; who starts it stops it. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('there is no PostgreSQL here');
  const user = userOf();
  // A path of a socket may have little more than a hundred characters.
  const dir = mkdtempSync('/tmp/corium-pg-');
  if (user !== undefined) chownSync(dir, user.uid, user.gid);
  const as = { ...user, cwd: dir, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } };
  const run = (program: string, words: readonly string[]): void => {
    const ran = spawnSync(path.join(programs, program), words, { ...as, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${program}: ${ran.stderr}`);
  };
  const data = path.join(dir, 'data');
  run('initdb', ['-D', data, '-U', 'corium', '--auth=trust', '-E', 'UTF8', '--no-sync',
    '--no-instructions']);
  const server = spawn(path.join(programs, 'postgres'),
    ['-D', data, '-k', dir, '-c', 'listen_addresses=', '-c', 'shared_buffers=32MB'],
    { ...as, stdio: 'ignore' });
  const ended = new Promise<void>((done) => server.once('close', () => {
    done();
  }));
  // The socket is there before the server takes anybody in: it says itself when it does.
  const isReady = (): boolean =>
    spawnSync(path.join(programs, 'pg_isready'), ['-q', '-h', dir], as).status === 0;
  while (!isReady() && server.exitCode === null) await pause(25);
  let databases = 0;
  return {
    freshUrl: () => {
      databases += 1;
      const name = `room${String(databases)}`;
      run('createdb', ['-h', dir, '-U', 'corium', name]);
      return `postgresql://corium@localhost/${name}?host=${encodeURIComponent(dir)}`;
    },
    copy: (from, to) => {
      const dump = path.join(dir, 'copy.dump');
      const name = (url: string): string => new URL(url).pathname.slice(1);
      run('pg_dump', ['-h', dir, '-U', 'corium', '-F', 'c', '-f', dump, name(from)]);
      run('pg_restore', ['-h', dir, '-U', 'corium', '-d', name(to), dump]);
    },
    stop: async () => {
      server.kill('SIGQUIT');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
