import { type FormEvent, type ReactNode, useState } from 'react';
import { shelfOfDevice } from '../duties/shelf.ts';
import { messages } from '../messages.ts';
import { useIncident } from '../setting.ts';
import { sayName } from '../view/say-name.ts';

const key = 'shodo.name.offered';

/** Whether a name was offered on this device before. Where that cannot be kept, it is not offered. */
const takeOffer = (): boolean => {
  const shelf = shelfOfDevice();
  try {
    if (!shelf || shelf.getItem(key) !== null) return false;
    shelf.setItem(key, '1');
    return true;
  } catch {
    return false;
  }
};

/** Offers, once on a device and after the first entry, to say whose entries these are. It can be left out. */
export const NameOffer = (): ReactNode => {
  const setting = useIncident();
  const { say, me, incident } = setting;
  const [open, setOpen] = useState(() => me.name === undefined && !Object.hasOwn(incident.people, me.actor) && takeOffer());
  const [name, setName] = useState('');
  if (!open) return null;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await sayName(setting, name)) setOpen(false);
  };
  return (
    <form className="name-offer" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span>{say(messages.nameOffer)}</span>
        <input data-still autoComplete="name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="tool">
        {say(messages.nameKeep)}
      </button>
      <button type="button" className="tool" onClick={() => setOpen(false)}>
        {say(messages.nameLeave)}
      </button>
    </form>
  );
};
