import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { useSettingsTexts } from './settings-texts.ts';

type SettingsFrameProps = { lead: string; width?: 'measure' | 'wide'; children: ReactNode };

/** The frame of every settings screen. */
export function SettingsFrame({ lead, width = 'measure', children }: SettingsFrameProps) {
  const say = useSettingsTexts();
  return (
    <Page title={say('title')} lead={lead} width={width}>
      <SettingsTabs />
      {children}
    </Page>
  );
}
