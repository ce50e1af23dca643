import type { Solution } from '../../src-shared/domain/order.ts';

export interface SeededService {
  readonly solution: Solution;
  readonly name: string;
  /** What the portal asks for where it asks for documents. */
  readonly documents: string;
}

const service = (solution: Solution, name: string, documents: string): SeededService => ({ solution, name, documents });

/** What practices order, of every solution. */
export const orderServices: readonly SeededService[] = [
  service(
    'radiology',
    'MRI of the lumbar spine without contrast',
    'The last two office notes, and the report of the X-ray.',
  ),
  service(
    'radiology',
    'CT of the abdomen with contrast',
    'The office note that names the symptoms, and recent laboratory results.',
  ),
  service(
    'radiology',
    'PET/CT from skull base to mid-thigh',
    'The pathology report, and the report of the last imaging.',
  ),
  service(
    'cardiology',
    'Myocardial perfusion imaging',
    'The last electrocardiogram, and the office note about the symptoms.',
  ),
  service('cardiology', 'Transthoracic echocardiogram', 'The report of the last echocardiogram.'),
  service(
    'musculoskeletal',
    'Lumbar epidural injection',
    'The imaging report, and the notes of six weeks of conservative treatment.',
  ),
  service(
    'musculoskeletal',
    'Knee arthroscopy with meniscectomy',
    'The MRI report, and the notes of physical therapy.',
  ),
  service('sleep', 'Home sleep apnea test', 'The office note with the sleep history.'),
  service('sleep', 'Titration of positive airway pressure', 'The report of the diagnostic sleep study.'),
  service('genetic-testing', 'Hereditary cancer panel', 'The family history over three generations.'),
  service('genetic-testing', 'Pharmacogenetic panel', 'The list of medicines that were tried, and how they worked.'),
  service(
    'radiation-therapy',
    'Intensity-modulated radiation of the breast',
    'The treatment plan, and the pathology report.',
  ),
];
