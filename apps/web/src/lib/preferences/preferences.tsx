import { useMediaQuery } from '@mantine/hooks';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { readStored, writeStored } from './stored.ts';

export const CONTRASTS = ['auto', 'more'] as const;
export const DENSITIES = ['auto', 'comfortable', 'compact'] as const;
export type ContrastChoice = (typeof CONTRASTS)[number];
export type DensityChoice = (typeof DENSITIES)[number];

type Preferences = {
  contrast: ContrastChoice;
  density: DensityChoice;
  chooseContrast: (choice: ContrastChoice) => void;
  chooseDensity: (choice: DensityChoice) => void;
};

const PreferencesContext = createContext<Preferences | undefined>(undefined);

/** What a person chose about the look of this browser, and where the choice is kept. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [contrast, setContrast] = useState(() => readStored('nastavnik.contrast', CONTRASTS, 'auto'));
  const [density, setDensity] = useState(() => readStored('nastavnik.density', DENSITIES, 'auto'));
  const value = useMemo(
    () => ({
      contrast,
      density,
      chooseContrast: (choice: ContrastChoice) => {
        writeStored('nastavnik.contrast', choice);
        setContrast(choice);
      },
      chooseDensity: (choice: DensityChoice) => {
        writeStored('nastavnik.density', choice);
        setDensity(choice);
      },
    }),
    [contrast, density],
  );
  const dense = useDense(density);
  useEffect(() => {
    document.documentElement.dataset['density'] = dense ? 'compact' : 'comfortable';
  }, [dense]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences stands outside PreferencesProvider');
  return preferences;
}

/** True when the person chose high contrast, or left it to a system that asks for it. */
export function useMoreContrast(): boolean {
  const asked = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  return usePreferences().contrast === 'more' || asked;
}

/** By itself: compact with a mouse on a wide screen (the office), comfortable elsewhere. */
function useDense(choice: DensityChoice): boolean {
  const office = useMediaQuery('(min-width: 62em) and (pointer: fine)', false, { getInitialValueInEffect: false });
  return choice === 'compact' || (choice === 'auto' && office);
}
