/** `/sts/STSService` without sockets: one request for a token, from the fault rules to the journal. */
import { sessionManagerKind } from '../objects/access/sessions/session-policy.ts';
import type { TokenAnswer } from '../objects/access/tokens/token-service.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { Arrival } from '../objects/call.ts';
import type { Cell } from '../world/cell.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

export class TokenVisit extends Visit {
  readonly #address: string;

  constructor(simulation: Simulation, arrival: Arrival) {
    super(simulation, {
      method: 'POST /sts/STSService',
      arrival,
      viewer: viewerFor(undefined, arrival.address),
      comer: undefined,
      self: [...simulation.site.world.every(sessionManagerKind)][0] as unknown as Cell,
      // What is asked holds a password or a token: the journal has nothing of it.
      args: {},
    });
    this.#address = arrival.address;
  }

  async ask(text: string): Promise<TokenAnswer> {
    const { askForToken } = await import('../objects/access/tokens/token-service.ts');
    const answer = await askForToken(this.site, text, this.#address);
    if (answer.fault !== undefined) this.end('fault', answer.fault);
    return answer;
  }
}
