import { NativeSelect, TextInput } from '@mantine/core';
import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';
import { FaultsAt } from './faults.tsx';
import { ListEditor } from './list-editor.tsx';
import { useTemplatesTexts } from './templates-texts.ts';

type PlacesProps = {
  template: ConsentTemplateShape;
  readOnly: boolean;
  onChange: (change: Partial<ConsentTemplateShape>) => void;
};

const GETS = ['aggregates', 'data', 'instruction'] as const;

/** Who outside the school gets something, with the address. */
export function Receivers({ template, readOnly, onChange }: PlacesProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.receivers')}
      hint={say('scope.receiversHint')}
      field="receivers"
      items={template.receivers}
      readOnly={readOnly}
      addWord={say('scope.addReceiver')}
      empty={() => ({ name: '', address: '', gets: 'aggregates' as const })}
      onChange={(receivers) => onChange({ receivers })}
    >
      {(receiver, set, place) => (
        <>
          <TextInput
            label={say('scope.receiver')}
            readOnly={readOnly}
            value={receiver.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.name`} />
          <TextInput
            label={say('scope.address')}
            readOnly={readOnly}
            value={receiver.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.address`} />
          <NativeSelect
            label={say('scope.gets')}
            disabled={readOnly}
            value={receiver.gets}
            data={GETS.map((each) => ({ value: each, label: say(`gets.${each}`) }))}
            onChange={(event) => set({ gets: GETS.find((each) => each === event.currentTarget.value) ?? 'aggregates' })}
          />
        </>
      )}
    </ListEditor>
  );
}

/** DOC-15: pages and groups in which something may stand. */
export function Resources({ template, readOnly, onChange }: PlacesProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.resources')}
      hint={say('scope.resourcesHint')}
      field="resources"
      items={template.resources}
      readOnly={readOnly}
      addWord={say('scope.addResource')}
      empty={() => ({ id: `own:${crypto.randomUUID().slice(0, 8)}`, name: '', address: '', owner: '', country: 'RU' })}
      onChange={(resources) => onChange({ resources })}
    >
      {(resource, set, place) => (
        <>
          {(['name', 'address', 'owner', 'country'] as const).map((field) => (
            <div key={field}>
              <TextInput
                label={say(`resource.${field}`)}
                readOnly={readOnly}
                maxLength={field === 'country' ? 2 : 1000}
                value={resource[field]}
                onChange={(event) => set({ [field]: event.currentTarget.value })}
              />
              <FaultsAt field={`${place}.${field}`} />
            </div>
          ))}
        </>
      )}
    </ListEditor>
  );
}
