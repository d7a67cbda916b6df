/** The managed objects of this room. */
import type { ManagedObject } from '../managed-object.ts';
import { propertyCollector, propertyFilter } from './property-collector.ts';
import { searchIndex } from './search-index.ts';
import { containerView, inventoryView, listView, viewManager } from './views.ts';

export const queryObjects: readonly ManagedObject[] = [
  propertyCollector,
  propertyFilter,
  viewManager,
  containerView,
  listView,
  inventoryView,
  searchIndex,
];
