import type { CommitteeMember, PrefillAdapter, PrefilledAnswer, Text } from '@cobuild/core';

/** A person as the host knows them. The SDK identifies nobody itself. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  /** Post, as the host writes it. */
  readonly title?: Text;
  /** A role of the scheme's `organisation.roles`, or `public`. */
  readonly role: string;
  readonly unit?: string;
  readonly unitName?: string;
  readonly town?: string;
  readonly level?: string;
  /** Ids of the schemes in which the person has this role; absent: in every scheme that knows the role. */
  readonly schemes?: readonly string[];
}

/** Who acts. A host answers from its own sign-on; `undefined` is somebody who has not signed in. */
export interface IdentityAdapter {
  identify(credential: string | undefined): Promise<Identity | undefined>;
  /** The people who may be chosen in a demonstration; a real host answers with none. */
  demonstrationIdentities(): Promise<readonly Identity[]>;
}

/** Look-ups in the host's registers. */
export interface RegistryAdapter {
  /**
   * Members of a committee as appointed (应到), in the order of the list.
   *
   * @param scheme - Id of the scheme, where a host runs several.
   */
  committeeMembers(threshold: string, scheme?: string): Promise<readonly CommitteeMember[]>;
}

/** Files that belong to a case; the answers hold their ids only. */
export interface FileAdapter {
  put(id: string, content: Uint8Array, mediaType: string): Promise<void>;
  get(id: string): Promise<{ readonly content: Uint8Array; readonly mediaType: string } | undefined>;
  /** Forgets a file; does nothing where there is none. */
  remove(id: string): Promise<void>;
}

/** A message to a person or a unit. */
export interface Message { readonly to: string; readonly subject: string; readonly text: string; readonly caseId?: string }

/** How people are told. */
export interface MessageAdapter {
  send(message: Message): Promise<void>;
  /** Messages to a person or unit, the latest first. */
  inbox(to: string): Promise<readonly Message[]>;
}

export function createMemoryIdentities(identities: readonly Identity[]): IdentityAdapter {
  return {
    identify: (credential) => Promise.resolve(identities.find(({ id }) => id === credential)),
    demonstrationIdentities: () => Promise.resolve(identities),
  };
}

export function createMemoryRegistry(members: Readonly<Record<string, readonly CommitteeMember[]>>): RegistryAdapter {
  const byThreshold = new Map(Object.entries(members));
  return { committeeMembers: (threshold) => Promise.resolve(byThreshold.get(threshold) ?? []) };
}

export function createMemoryFiles(): FileAdapter {
  const files = new Map<string, { content: Uint8Array; mediaType: string }>();
  return {
    put(id, content, mediaType) {
      files.set(id, { content: content.slice(), mediaType });
      return Promise.resolve();
    },
    get: (id) => Promise.resolve(files.get(id)),
    remove(id) {
      files.delete(id);
      return Promise.resolve();
    },
  };
}

export function createMemoryMessages(): MessageAdapter {
  const sent: Message[] = [];
  return {
    send(message) {
      sent.unshift(message);
      return Promise.resolve();
    },
    inbox: (to) => Promise.resolve(sent.filter((message) => message.to === to)),
  };
}

/** What is known for each form, by its id. */
export function createMemoryPrefill(answers: Readonly<Record<string, readonly PrefilledAnswer[]>>): PrefillAdapter {
  const byForm = new Map(Object.entries(answers));
  return { answersFor: (form) => Promise.resolve(byForm.get(form) ?? []) };
}
