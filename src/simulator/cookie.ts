/** The session cookie as clients send it: the pair, quoted or not, or a whole Set-Cookie line handed back. */
const COOKIE = /(?:^|[;\s])vmware_soap_session="?([^";,\s]+)"?/i;

/** The cookie of a ticket for one request, quoted or not. */
const TICKET = /(?:^|[;\s])vmware_cgi_ticket="?([^";,\s]+)"?/i;

export function ticketCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : TICKET.exec(header)?.[1];
}

export function sessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : COOKIE.exec(header)?.[1];
}
