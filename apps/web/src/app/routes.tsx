import { outsideRoutes } from './routes/outside.tsx';
import { paperRoutes } from './routes/papers.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { planRoutes } from './routes/plan.tsx';
import { settingsRoutes } from './routes/settings.tsx';
import { inside, root } from './routes/trunk.tsx';

/** Every address of the application. A screen is fetched when somebody goes there. */
export const routeTree = root.addChildren([
  ...outsideRoutes,
  inside.addChildren([...planRoutes, ...peopleRoutes, ...paperRoutes, ...settingsRoutes]),
]);
