/** Every route of the control API. */
import { aboutRoutes } from './about-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import { diskRoutes } from './disk-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { journalRoutes } from './journal-routes.ts';
import type { Route } from './route.ts';
import { scenarioRoutes } from './scenario-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { worldRoutes } from './world-routes.ts';

export const routes: readonly Route[] = [
  ...aboutRoutes,
  ...faultRoutes,
  ...clockRoutes,
  ...journalRoutes,
  ...scenarioRoutes,
  ...stateRoutes,
  ...worldRoutes,
  ...diskRoutes,
];
