import { useMay } from '../lib/session.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { useUiTexts } from './ui-texts.ts';

/** The screens of the place «Настройки» that this person uses. */
export function SettingsTabs() {
  const say = useUiTexts();
  const manages = useMay('manageSettings');
  return (
    <PlaceTabs
      label={say('settings.place')}
      tabs={[
        { to: '/settings', word: say('settings.organization') },
        { to: '/settings/cycles', word: say('settings.cycles') },
        { to: '/settings/forms', word: say('settings.forms') },
        ...(manages
          ? [
              { to: '/settings/reminders' as const, word: say('settings.reminders') },
              { to: '/settings/deliveries' as const, word: say('settings.deliveries') },
            ]
          : []),
        { to: '/settings/look', word: say('settings.look') },
      ]}
    />
  );
}
