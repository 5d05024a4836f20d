import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PreferencesProvider, useMoreContrast } from '../lib/preferences/preferences.tsx';
import { colourVariables, theme } from '../ui/theme.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.ts';

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
        <Notifications position="bottom-right" limit={3} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
