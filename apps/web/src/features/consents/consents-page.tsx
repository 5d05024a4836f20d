import { NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import type { SchoolClass } from '@nastavnik/contracts/classes';
import { can } from '@nastavnik/domain/access/can';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { classesQuery } from '../../lib/school/school.api.ts';
import { useSession } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconFile, IconPupils, IconUpload } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { classSheetQuery, peopleSheetQuery } from './consents.api.ts';
import { type ConsentsSearch, viewOf } from './consents-search.ts';
import { useConsentsTexts } from './consents-texts.ts';
import { CoverageHead } from './coverage-head.tsx';
import { SheetView } from './sheet-view.tsx';

/** Who has returned which consent, class by class, and what comes next for each. */
export function ConsentsPage() {
  const say = useConsentsTexts();
  const search = useSearch({ from: '/inside/people/consents' });
  const navigate = useNavigate({ from: '/people/consents' });
  const asker = { roles: useSession().active?.roles ?? [] };
  const go = (next: ConsentsSearch) => void navigate({ search: next });
  const { consent: _open, ...place } = search;
  const seesOthers = can(asker, 'consents.register') || can(asker, 'consent.issue', ['employee']);
  const { data: school, error, refetch } = useQuery(classesQuery());
  const seesClasses = school?.classes.some(({ may }) => may.seePupils) ?? false;
  const { shown, choice } = viewOf(search, { classes: seesClasses, others: seesOthers });
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <>
          {can(asker, 'consents.register') && (
            <ButtonLink
              to="/people/consents/register"
              variant="default"
              leftSection={<IconFile size={18} aria-hidden />}
            >
              {say('toRegister')}
            </ButtonLink>
          )}
          {can(asker, 'scans.file') && (
            <ButtonLink to="/people/consents/scans" leftSection={<IconUpload size={18} aria-hidden />}>
              {say('toScans')}
            </ButtonLink>
          )}
        </>
      }
    >
      <PeopleTabs />
      {can(asker, 'consents.coverage') && <CoverageHead />}
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!school && !error && <Loading />}
      {choice && (
        <SegmentedControl
          aria-label={say('view')}
          w="fit-content"
          value={shown}
          data={[
            { value: 'class', label: say('view.class') },
            { value: 'people', label: say('view.people') },
          ]}
          onChange={(view) => go(view === 'people' ? { view } : {})}
        />
      )}
      {school && shown === 'people' ? (
        <PeopleView onOpen={(consent) => go({ ...place, consent })} open={search.consent} />
      ) : (
        school && <ClassView classes={school.classes} search={search} go={go} />
      )}
      <ConsentPanel consentId={search.consent} onClose={() => go(place)} />
    </Page>
  );
}

type ClassViewProps = {
  classes: readonly SchoolClass[];
  search: ConsentsSearch;
  go: (search: ConsentsSearch) => void;
};

function ClassView({ classes, search, go }: ClassViewProps) {
  const say = useConsentsTexts();
  const seen = classes.filter(({ may }) => may.seePupils);
  const chosen = seen.find(({ id }) => id === search.class) ?? seen.find(({ own }) => own) ?? seen[0];
  if (!chosen) {
    return (
      <EmptyState
        icon={IconPupils}
        title={say('noClasses.title')}
        action={
          <ButtonLink to="/people/pupils" variant="default">
            {say('noClasses.go')}
          </ButtonLink>
        }
      >
        {say('noClasses.text')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="md">
      {seen.length > 1 && (
        <NativeSelect
          label={say('class')}
          w={{ base: '100%', xs: '14rem' }}
          value={chosen.id}
          data={seen.map(({ id, name, pupils }) => ({
            value: id,
            label: say('class.option', { name, count: pupils }),
          }))}
          onChange={(event) => go({ class: event.currentTarget.value })}
        />
      )}
      <ClassSheet
        key={chosen.id}
        classId={chosen.id}
        name={chosen.name}
        open={search.consent}
        onOpen={(consent) => go({ ...(search.class ? { class: search.class } : {}), consent })}
      />
    </Stack>
  );
}

type SheetProps = { open: string | undefined; onOpen: (consentId: string) => void };

function ClassSheet({ classId, name, ...rest }: SheetProps & { classId: string; name: string }) {
  const say = useConsentsTexts();
  const { data, error, refetch } = useQuery(classSheetQuery(classId));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0) return <Text component="output">{say('class.empty', { name })}</Text>;
  return <SheetView sheet={data} caption={say('class.caption', { name })} byClass {...rest} />;
}

function PeopleView(props: SheetProps) {
  const say = useConsentsTexts();
  const { data, error, refetch } = useQuery(peopleSheetQuery);
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0) return <Text component="output">{say('people.empty')}</Text>;
  return <SheetView sheet={data} caption={say('view.people')} {...props} />;
}
