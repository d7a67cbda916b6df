/** Every operation of the driver under the troubles that have a world of their own; see trouble. */
import { troublesByWorld } from './trouble/scenario-trouble.ts';
import { suffering } from './trouble/suffering.ts';

suffering(troublesByWorld().filter((troubles) => troubles.length === 1));
