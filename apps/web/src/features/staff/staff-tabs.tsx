import { PlaceTabs } from '../../ui/place-tabs.tsx';
import { useStaffTexts } from './staff-texts.ts';

export function StaffTabs() {
  const say = useStaffTexts();
  return (
    <PlaceTabs
      label={say('people.title')}
      tabs={[
        { to: '/people', word: say('people.tab') },
        { to: '/people/bodies', word: say('bodies.tab') },
      ]}
    />
  );
}
