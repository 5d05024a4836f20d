import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { PreferencesProvider, useMoreContrast } from '../lib/preferences/preferences.tsx';
import { colourVariables, theme } from '../ui/theme.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.ts';

const Notifications = lazy(() => import('@mantine/notifications').then((part) => ({ default: part.Notifications })));
const schemes = localStorageColorSchemeManager({ key: 'nastavnik.scheme' });

export function App() {
  return (
    <PreferencesProvider>
      <Look />
    </PreferencesProvider>
  );
}

function Look() {
  const more = useMoreContrast();
  const variables = useMemo(() => colourVariables(more), [more]);
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      cssVariablesResolver={variables}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Suspense>
          <Notifications position="bottom-right" limit={3} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
