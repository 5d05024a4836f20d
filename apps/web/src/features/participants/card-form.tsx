import { Button, Checkbox, Group, MultiSelect, NumberInput, SimpleGrid, Stack, Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { MentorFolder } from '@nastavnik/contracts/mentors';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { useQuery } from '@tanstack/react-query';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { formsQuery, useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';
import { TimesField } from './times-field.tsx';

const PLACES = ['atSchool', 'online', 'atPartner'] as const;
const EMPTY = {
  forms: [] as string[],
  competences: [] as string[],
  experienceYears: null as number | null,
  motives: [] as string[],
  interests: [] as string[],
  menteeAges: null as { from: number; to: number } | null,
  hoursAWeek: null as number | null,
  times: [] as { weekday: number; from: number; to: number }[],
  places: [] as (typeof PLACES)[number][],
  distanceKm: null as number | null,
  topicsNotToTake: '',
  trainingNeeded: '',
  capacity: 3,
  accepting: true,
};

/** The mentor's card, as DOC-20 asks; it may be filled bit by bit. */
export function CardForm({ folder, onDone }: { folder: MentorFolder; onDone: () => void }) {
  const say = useParticipantsTexts();
  const forms = useQuery(formsQuery);
  const record = useRecord();
  const form = useForm({ initialValues: { ...EMPTY, ...folder.card } });
  const { values } = form;
  const save = (evenSo: boolean) =>
    record.mutate(
      {
        method: 'PUT',
        path: `/mentors/${folder.personId}/card`,
        body: { version: folder.version, card: values, evenSo },
      },
      {
        onSuccess: () => {
          toldAbout(say('mentor.saved'));
          onDone();
        },
      },
    );
  const number = (value: number | string) => (typeof value === 'number' ? value : null);
  return (
    <form noValidate onSubmit={form.onSubmit(() => save(false))}>
      <Stack gap="md">
        <Checkbox.Group
          label={say('mentor.forms')}
          value={values.forms}
          onChange={(chosen) => form.setFieldValue('forms', chosen)}
        >
          <Stack gap="xs" mt={6}>
            {(forms.data?.forms ?? [])
              .filter((each) => each.enabled || values.forms.includes(each.id))
              .map((each) => (
                <Checkbox key={each.id} value={each.id} label={each.name} />
              ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label={say('mentor.competences')}
          searchable
          data={DEFAULT_COMPETENCES.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.competences}
          onChange={(chosen) => form.setFieldValue('competences', chosen)}
        />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing="md">
          <NumberInput
            label={say('mentor.capacity')}
            min={1}
            max={30}
            value={values.capacity}
            onChange={(value) => form.setFieldValue('capacity', number(value) ?? 1)}
          />
          <NumberInput
            label={say('mentor.hours')}
            min={0}
            max={40}
            value={values.hoursAWeek ?? ''}
            onChange={(value) => form.setFieldValue('hoursAWeek', number(value))}
          />
          <NumberInput
            label={say('mentor.experience')}
            min={0}
            max={80}
            allowDecimal={false}
            value={values.experienceYears ?? ''}
            onChange={(value) => form.setFieldValue('experienceYears', number(value))}
          />
        </SimpleGrid>
        <Checkbox.Group
          label={say('mentor.places')}
          value={values.places}
          onChange={(chosen) =>
            form.setFieldValue(
              'places',
              PLACES.filter((place) => chosen.includes(place)),
            )
          }
        >
          <Group gap="md" mt={6}>
            {PLACES.map((place) => (
              <Checkbox key={place} value={place} label={say(`mentor.place.${place}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={say('mentor.distance')}
          min={0}
          max={500}
          value={values.distanceKm ?? ''}
          onChange={(value) => form.setFieldValue('distanceKm', number(value))}
        />
        <TimesField value={values.times} onChange={(times) => form.setFieldValue('times', times)} />
        <Switch
          label={say('mentor.accepting')}
          checked={values.accepting}
          onChange={(event) => form.setFieldValue('accepting', event.currentTarget.checked)}
        />
        <Textarea
          label={say('mentor.topicsNotToTake')}
          autosize
          maxLength={1000}
          {...form.getInputProps('topicsNotToTake')}
        />
        <Textarea
          label={say('mentor.trainingNeeded')}
          autosize
          maxLength={1000}
          {...form.getInputProps('trainingNeeded')}
        />
        <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
        <Button type="submit" loading={record.isPending}>
          {say('request.save')}
        </Button>
      </Stack>
    </form>
  );
}
