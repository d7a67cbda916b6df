/** The endpoints of the services beside `/sdk`, and the documents that describe them. */
import type { ServiceName } from '../simulator/services.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { type SdkOptions, serveRequest } from './sdk.ts';
import type { Handler } from './server.ts';

const PATHS: readonly (readonly [RegExp, ServiceName])[] = [
  [/^\/pbm(?:\/|\/sdk\/?)?$/, 'pbm'],
  [/^\/vslm(?:\/|\/sdk\/?)?$/, 'vslm'],
];

export function services(simulation: Simulation, options: SdkOptions): Handler {
  return async (request, response, { pathname }) => {
    if (request.method !== 'POST' || simulation.site.flavour !== 'vcenter') return false;
    const name = PATHS.find(([path]) => path.test(pathname))?.[1];
    if (!name) return false;
    await serveRequest(simulation.engine, options, request, response, await simulation.services.of(name));
    return true;
  };
}
