/**
 * Local tickets: a password that is good once, in a file only this machine's user can read. Whoever reads it logs in
 * without knowing the account's own.
 */
import { randomBytes } from 'node:crypto';
import type { Spool } from '../../../spool/spool.ts';
import type { Site } from '../../site.ts';
import { sameSecret } from '../accounts/password.ts';
import { principalKey } from '../accounts/principal.ts';
import { directoryOf, type Member, memberNamed } from '../accounts/users.ts';

interface Ticket {
  /** The account, in the form in which names are compared. */
  readonly key: string;
  readonly password: string;
  readonly extent: string;
  readonly expires: number;
}

const LASTS = 60_000;
const MOST = 100;

/** Machinery of a simulator, not state: no image has a ticket. */
export class LocalTickets {
  #open: Ticket[] = [];

  /** Writes the file and gives its path. Of too many tickets the oldest go. */
  async issue({ spool, clock }: Site, key: string): Promise<string> {
    const password = randomBytes(20).toString('hex');
    const { id: extent } = await spool.write(textOf(password));
    this.#keep(spool, clock.now());
    this.#open.push({ key, password, extent, expires: clock.now() + LASTS });
    return spool.whereIs(extent);
  }

  /** Whom a ticket lets in; it is then used up. */
  redeem(site: Site, user: string, password: string): Member | undefined {
    this.#keep(site.spool, site.clock.now());
    const directory = directoryOf(site.world)?.state.directory;
    if (!directory || this.#open.length === 0) return undefined;
    const key = principalKey(user, directory.domain);
    const ticket = this.#open.find((t) => sameSecret(t.password, password) && t.key === key);
    if (!ticket) return undefined;
    this.#drop(site.spool, ticket);
    return memberNamed(directory, user);
  }

  #keep(spool: Spool, now: number): void {
    const over = this.#open.filter((t) => t.expires <= now);
    const tooMany = this.#open.length - over.length >= MOST ? this.#open.slice(0, 1) : [];
    for (const ticket of [...over, ...tooMany]) this.#drop(spool, ticket);
  }

  #drop(spool: Spool, ticket: Ticket): void {
    this.#open = this.#open.filter((t) => t !== ticket);
    spool.drop(ticket.extent);
  }
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
