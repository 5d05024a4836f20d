import type { ReactNode } from 'react';
import { useMay } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { PlaceTabs } from '../../ui/place-tabs.tsx';
import { useSettingsTexts } from './settings-texts.ts';

type SettingsFrameProps = { lead: string; width?: 'measure' | 'wide'; children: ReactNode };

/** The frame of every settings screen. */
export function SettingsFrame({ lead, width = 'measure', children }: SettingsFrameProps) {
  const say = useSettingsTexts();
  const manages = useMay('manageSettings');
  return (
    <Page title={say('title')} lead={lead} width={width}>
      <PlaceTabs
        label={say('title')}
        tabs={[
          { to: '/settings', word: say('tab.organization') },
          { to: '/settings/cycles', word: say('tab.cycles') },
          ...(manages
            ? [
                { to: '/settings/reminders' as const, word: say('tab.reminders') },
                { to: '/settings/deliveries' as const, word: say('tab.deliveries') },
              ]
            : []),
          { to: '/settings/look', word: say('tab.look') },
        ]}
      />
      {children}
    </Page>
  );
}
