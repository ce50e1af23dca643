import { npiFromFirstNine } from '../../src-shared/domain/npi.ts';
import {
  beaconStreetMedicalGroup,
  charlesRiverPediatrics,
  elenaVasquez,
  harborviewFamilyMedicine,
  lakesideWomensHealth,
  merrimackValleyCardiology,
  pioneerValleyBehavioralHealth,
  samuelOkafor,
} from './demo-directory.ts';
import { groupNames, practitionerNames } from './provider-names.ts';
import { listedZips, type SeededProvider } from './seeded-provider.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { towns } from './towns.ts';

const told: readonly SeededProvider[] = [
  beaconStreetMedicalGroup,
  charlesRiverPediatrics,
  merrimackValleyCardiology,
  elenaVasquez,
  pioneerValleyBehavioralHealth,
  harborviewFamilyMedicine,
  samuelOkafor,
  lakesideWomensHealth,
];

/** The forty providers of the seeded directory: valid NPIs, assigned EIN prefixes, one to four ZIP codes each. */
export function directoryProviders(): SeededProvider[] {
  const random = seededRandom('directory');
  const groups = groupNames.map((name): SeededProvider => ({
    ...numbersOf(random, 'G'),
    providerType: 'group',
    name,
    person: null,
  }));
  const practitioners = practitionerNames.map(([firstName, lastName, title], place): SeededProvider => {
    const numbers = numbersOf(random, 'P');
    return {
      ...numbers,
      // a group sees all providers listed under its Tax ID (C4), so some of them share one
      taxId: (place % 3 === 0 ? groups[place]?.taxId : undefined) ?? numbers.taxId,
      providerType: 'practitioner',
      name: `${firstName} ${lastName}, ${title}`,
      person: { firstName, lastName },
    };
  });
  return [...told, ...groups, ...practitioners];
}

/** Prefixes that the IRS has assigned; 04 is the one of Massachusetts. */
const einPrefixes = ['04', '04', '04', '20', '26', '27', '45', '46', '47', '81', '82', '83', '84'];

function numbersOf(random: SeededRandom, letter: 'G' | 'P'): Omit<SeededProvider, 'providerType' | 'name' | 'person'> {
  const { city, zips } = random.pick(towns);
  const start = random.between(0, zips.length - 1);
  const chosen = [...zips.slice(start), ...zips.slice(0, start)].slice(0, random.between(1, 4));
  const [remittance = '02108', practice = remittance, ...others] = chosen;
  return {
    providerId: letter + random.digits(6),
    taxId: random.pick(einPrefixes) + random.digits(7),
    npi: npiFromFirstNine(`1${random.digits(8)}`),
    city,
    zips: listedZips(remittance, practice, ...others),
  };
}
