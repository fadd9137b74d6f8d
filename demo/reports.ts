/** What a worker writes after a contact, as the client reads it too; by kind of contact. */
export const reports = {
  visit: [
    'Samen koffie gedronken en de week doorgenomen. De post is open; twee brieven samen beantwoord.',
    'Gewandeld naar de winkel. Ging beter dan vorige keer, wel moe daarna.',
    'Gepraat over slapen. Afgesproken om de telefoon om elf uur weg te leggen. Volgende week kijken we of dat helpt.',
    'Het huis is opgeruimd, trots op de keuken. De buurvrouw kwam even binnen.',
    'Somber vandaag, geen plannen gemaakt. Wel samen gegeten. Morgen bel ik even.',
    'Formulier van de gemeente samen ingevuld. Wil de volgende keer zelf bellen.',
    'Verteld over vroeger, bij het fotoalbum. Genoeg voor vandaag, volgende keer verder.',
    'Samen de koelkast nagekeken en een boodschappenlijst gemaakt voor vier dagen.',
    'Kort bezoek op verzoek: had geen zin in praten. Wel fijn dat ik er was.',
    'Met de hond een rondje door het bos. Twee mensen gegroet, dat was nieuw.',
    'Kijken bij de inloop in het wijkcentrum. Een kwartier binnen geweest; wil nog eens.',
    'De signalen van vorige keer besproken. Slaapt korter, belt nu zelf eerder.',
    'Afspraken bij de bewindvoerder op een rij gezet. Er is weer leefgeld op vrijdag.',
    'De fiets is gemaakt. Volgende week samen naar de markt.',
    'Veel spanning door geluid van de buren. Samen met de corporatie gebeld.',
    'Teruggekeken op de goede dag van zaterdag: wat maakte dat het lukte?',
  ],
  phone: [
    'Kort gebeld: het gaat. Komt vrijdag naar de inloop.',
    'Belde zelf op: onrustige nacht. Samen gekeken wat nu helpt; eerst naar buiten, vanavond weer bellen.',
    'Afspraak verzet op eigen verzoek: er komt bezoek.',
    'Gebeld met de vraag hoe het weekend was. Rustig, een keer bij zus gegeten.',
    'Zorgen over een rekening. Brief bewaren, dinsdag kijken we samen.',
    'Nieuwe medicijnen bevallen beter, nog wel een droge mond. Ik geef het door aan de psychiater.',
    'Even bijgepraat. Er was een fijne middag op de kinderboerderij.',
    'Was verdrietig. Samen bedacht wie er vanavond langs kan komen: de buurman.',
  ],
  office: [
    'Gesprek over medicatie met de psychiater erbij. Wil het rustig aan doen; over vier weken opnieuw.',
    'Teruggekeken op de zomer. Meer goede dagen dan slechte. Eigen woorden: ik herken het eerder.',
    'Met een naaste erbij gesproken over wat helpt bij spanning. Op papier gezet.',
    'Eerste keer in het wijkcentrum. Vond het licht te fel; de volgende keer in de kleine kamer.',
    'Plannen voor werk besproken. Twee ochtenden in de kringloop lijkt haalbaar.',
    'Gesprek over drinken: minder dan vorige maand. Blij mee, en ook bang dat het terugkomt.',
  ],
  tried: [
    'Niet thuis. Briefje in de bus met wanneer ik weer kom.',
    'Twee keer gebeld, geen gehoor. Bericht gestuurd dat ik donderdag weer bel.',
    'Deed niet open, het gordijn bewoog wel. Vanaf de stoep gezwaaid; morgen probeer ik het weer.',
  ],
} as const

/** What workers of their own profession write. */
export const ownReports = {
  peer: [
    'Verteld hoe het bij mij ging met de stemmen. Dat hielp, zonder oplossing.',
    'Samen naar de herstelgroep gelopen. Een half uur gebleven.',
    'Gelachen, en over schaamte gepraat. Volgende week weer.',
  ],
  'addiction-worker': [
    'Het weekend doorgenomen: twee dagen niet gedronken. Wat hielp: eten koken en vroeg naar bed.',
    'Gesprek over trek op vrijdag. Plan gemaakt: eerst bellen, dan boodschappen.',
    'Terugval gehad en zelf verteld. Geen verwijt. Samen gekeken wat eraan voorafging.',
  ],
  'supported-living-worker': [
    'Was gedraaid en de keuken gedaan. Het ritme van maandag houdt stand.',
    'Samen naar de balie van de gemeente voor het paspoort.',
    'Weekplanning gemaakt op het bord bij de deur.',
    'Met de huisbaas over de lekkage gebeld; komt donderdag.',
  ],
  trainee: [
    'Mee geweest op huisbezoek. Samen een spel gedaan en daarna verteld over de week.',
    'Onder begeleiding een gesprek gevoerd over dagritme. Er staat nu een wekker.',
    'Samen naar de bibliotheek. Lid geworden.',
  ],
} as const
