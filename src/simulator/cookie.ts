/** The session cookie as clients send it: the pair, quoted or not, or a whole Set-Cookie line handed back. */
const COOKIE = /(?:^|[;\s])vmware_soap_session="?([^";,\s]+)"?/i;

/** Headers remembered; somebody who sends a new one each time gains nothing. */
const REMEMBERED = 256;

/** The cookie of a ticket for one request, quoted or not. */
const TICKET = /(?:^|[;\s])vmware_cgi_ticket="?([^";,\s]+)"?/i;

export function ticketCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : TICKET.exec(header)?.[1];
}

export function sessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : COOKIE.exec(header)?.[1];
}

/** Clients send the same header with every request. */
export class Cookies {
  readonly #known = new Map<string, string | undefined>();

  secret(header: string | undefined): string | undefined {
    if (header === undefined) return undefined;
    const known = this.#known.get(header);
    if (known !== undefined) return known;
    const secret = sessionCookie(header);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(header, secret);
    return secret;
  }
}
