import { can } from '@nastavnik/domain/access/can';
import { useMay, useSession } from '../lib/session.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { useUiTexts } from './ui-texts.ts';

/** The screens of the place «Настройки» that this person uses. */
export function SettingsTabs() {
  const say = useUiTexts();
  const manages = useMay('manageSettings');
  const seesAudit = useMay('seeAudit');
  const seesTemplates = can({ roles: useSession().active?.roles ?? [] }, 'templates.see');
  return (
    <PlaceTabs
      label={say('settings.place')}
      tabs={[
        { to: '/settings', word: say('settings.organization') },
        { to: '/settings/cycles', word: say('settings.cycles') },
        { to: '/settings/forms', word: say('settings.forms') },
        { to: '/settings/themes', word: say('settings.themes') },
        ...(seesTemplates ? [{ to: '/settings/consents' as const, word: say('settings.consents') }] : []),
        ...(manages
          ? [
              { to: '/settings/reminders' as const, word: say('settings.reminders') },
              { to: '/settings/deliveries' as const, word: say('settings.deliveries') },
            ]
          : []),
        ...(seesAudit ? [{ to: '/settings/audit' as const, word: say('settings.audit') }] : []),
        { to: '/settings/look', word: say('settings.look') },
      ]}
    />
  );
}
