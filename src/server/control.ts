/** What a running server says of itself under `/_simsphere`. */
import type { Simulation } from '../simulator/simulator.ts';
import type { Handler } from './server.ts';

export function control(simulation: Simulation): Handler {
  return (request, response, url) => {
    if (url.pathname !== '/_simsphere/health' || request.method !== 'GET') return false;
    const health = { status: 'ready', seed: simulation.seed, objects: simulation.site.world.size };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`${JSON.stringify(health)}\n`);
    return true;
  };
}
