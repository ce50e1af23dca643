import { npiFromFirstNine } from '../../src-shared/domain/npi.ts';
import { listedZips, type SeededProvider } from './seeded-provider.ts';

/*
 * The providers of the CCA directory that a person is told about, to type them in. All of them stand in the directory
 * whatever the seed; who belongs to them is the seed's affair.
 */

/** Nobody is there yet: whoever registers for it becomes its administrator. */
export const harborviewFamilyMedicine: SeededProvider = {
  providerType: 'group',
  name: 'Harborview Family Medicine',
  person: null,
  providerId: 'G204417',
  taxId: '043182657',
  npi: npiFromFirstNine('145923087'),
  city: 'Quincy',
  zips: listedZips('02169', '02171', '02170'),
};

/** A practitioner with four addresses, and nobody there yet. */
export const samuelOkafor: SeededProvider = {
  providerType: 'practitioner',
  name: 'Samuel Okafor, MD',
  person: { firstName: 'Samuel', lastName: 'Okafor' },
  providerId: 'P518203',
  taxId: '462907314',
  npi: npiFromFirstNine('186042975'),
  city: 'Worcester',
  zips: listedZips('01608', '01605', '01602', '01545'),
};

/** The demonstration gives it an administrator, so that a newcomer has to ask for access (C6). */
export const lakesideWomensHealth: SeededProvider = {
  providerType: 'group',
  name: 'Lakeside Women’s Health',
  person: null,
  providerId: 'G731905',
  taxId: '204558193',
  npi: npiFromFirstNine('172835406'),
  city: 'Framingham',
  zips: listedZips('01701', '01702'),
};

/** The practice in which the demonstration takes place. */
export const beaconStreetMedicalGroup: SeededProvider = {
  providerType: 'group',
  name: 'Beacon Street Medical Group',
  person: null,
  providerId: 'G100482',
  taxId: '042761938',
  npi: npiFromFirstNine('130794628'),
  city: 'Boston',
  zips: listedZips('02108', '02116', '02115', '02130'),
};

export const charlesRiverPediatrics: SeededProvider = {
  providerType: 'group',
  name: 'Charles River Pediatrics',
  person: null,
  providerId: 'G315760',
  taxId: '270846195',
  npi: npiFromFirstNine('154408321'),
  city: 'Cambridge',
  zips: listedZips('02139', '02138'),
};

export const merrimackValleyCardiology: SeededProvider = {
  providerType: 'group',
  name: 'Merrimack Valley Cardiology Associates',
  person: null,
  providerId: 'G622071',
  taxId: '813059742',
  npi: npiFromFirstNine('168217590'),
  city: 'Lowell',
  zips: listedZips('01852', '01854', '01841'),
};

export const elenaVasquez: SeededProvider = {
  providerType: 'practitioner',
  name: 'Elena Vásquez, MD',
  person: { firstName: 'Elena', lastName: 'Vásquez' },
  providerId: 'P440128',
  taxId: '832460917',
  npi: npiFromFirstNine('119365204'),
  city: 'Worcester',
  zips: listedZips('01604', '01609', '01607'),
};

export const pioneerValleyBehavioralHealth: SeededProvider = {
  providerType: 'group',
  name: 'Pioneer Valley Behavioral Health',
  person: null,
  providerId: 'G857236',
  taxId: '464791028',
  npi: npiFromFirstNine('127650839'),
  city: 'Springfield',
  zips: listedZips('01103', '01107', '01040'),
};
