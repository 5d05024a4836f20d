import { Button, Fieldset, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { MenteeRequestView } from '@nastavnik/contracts/mentee-requests';
import type { Participant } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { requestSourcesOf, URGENCIES } from '@nastavnik/domain/participants/request-states';
import { themeSuits } from '@nastavnik/domain/participants/request-themes';
import { useQuery } from '@tanstack/react-query';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { themesQuery, useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

type RequestFormProps = {
  participant: Participant;
  request: MenteeRequestView | undefined;
  onDone: () => void;
};

const PLACES = ['any', 'atSchool', 'online'] as const;

/** A request: theme, own words, wished result. Drafts are kept; sending is a step of its own. */
export function RequestForm({ participant, request, onDone }: RequestFormProps) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const today = useToday();
  const themes = useQuery(themesQuery);
  const { active, may } = useSession();
  const { standing } = participant.person;
  // Whoever writes about oneself or the own child has found it today, and need not say so.
  const forOther = may.seeMentees && participant.person.id !== active?.personId;
  const sources = requestSourcesOf(standing);
  const record = useRecord();
  const form = useForm({
    initialValues: {
      themeId: request?.theme?.id ?? '',
      source: request?.source ?? (forOther ? sources[0]! : 'self'),
      foundOn: (request?.foundOn ?? today) as PlainDate | null,
      description: request?.description ?? '',
      wishedResult: request?.wishedResult ?? '',
      urgency: request?.urgency ?? 'calm',
      mentorAge: request?.preferences.mentorAge ?? '',
      subject: request?.preferences.subject ?? '',
      place: request?.preferences.place ?? 'any',
      times: request?.preferences.times ?? '',
    },
  });
  const save = (evenSo: boolean) => {
    const { themeId, source, foundOn, mentorAge, subject, place, times, ...rest } = form.values;
    const fields = {
      ...rest,
      themeId: themeId || null,
      preferences: {
        mentorAge: mentorAge.trim() || null,
        subject: subject.trim() || null,
        place,
        times: times.trim() || null,
      },
      evenSo,
    };
    record.mutate(
      request
        ? { method: 'PUT', path: `/mentee-requests/${request.id}`, body: { ...fields, version: request.version } }
        : {
            method: 'POST',
            path: `/participants/${participant.id}/requests`,
            body: { ...fields, source, foundOn: foundOn ?? today },
          },
      {
        onSuccess: () => {
          toldAbout(say('request.said'));
          onDone();
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={form.onSubmit(() => save(false))}>
      <Stack gap="md">
        <NativeSelect
          label={say('request.theme')}
          data={[
            { value: '', label: say('request.chooseTheme') },
            ...(themes.data?.themes ?? [])
              .filter(
                (theme) =>
                  theme.id === form.values.themeId || (!theme.archived && themeSuits(theme.audience, standing)),
              )
              .map((theme) => ({ value: theme.id, label: theme.name })),
          ]}
          {...form.getInputProps('themeId')}
        />
        <Textarea
          label={say('request.description')}
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('description')}
        />
        <Textarea
          label={say('request.wishedResult')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('wishedResult')}
        />
        <NativeSelect
          label={say('request.urgency')}
          data={URGENCIES.map((each) => ({ value: each, label: words(`request.urgency.${each}`) }))}
          {...form.getInputProps('urgency')}
        />
        {!request && forOther && (
          <>
            <NativeSelect
              label={say('request.source')}
              data={sources.map((each) => ({ value: each, label: say(`request.source.${each}`) }))}
              {...form.getInputProps('source')}
            />
            <DateField
              label={say('request.foundOn')}
              max={today}
              value={form.values.foundOn}
              onChange={(day) => form.setFieldValue('foundOn', day)}
            />
          </>
        )}
        <Fieldset legend={say('request.preferences')}>
          <Stack gap="sm">
            <TextInput label={say('request.subject')} maxLength={200} {...form.getInputProps('subject')} />
            <TextInput label={say('request.mentorAge')} maxLength={100} {...form.getInputProps('mentorAge')} />
            <NativeSelect
              label={say('request.place')}
              data={PLACES.map((each) => ({ value: each, label: say(`request.place.${each}`) }))}
              {...form.getInputProps('place')}
            />
            <TextInput label={say('request.times')} maxLength={300} {...form.getInputProps('times')} />
          </Stack>
        </Fieldset>
        <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
        <Button type="submit" loading={record.isPending}>
          {say('request.save')}
        </Button>
      </Stack>
    </form>
  );
}
