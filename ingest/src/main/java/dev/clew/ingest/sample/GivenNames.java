package dev.clew.ingest.sample;

import java.util.List;

/** Given names for simulated users. */
final class GivenNames {
    static final List<String> NAMES = List.of(
            ("Ada Aisha Alan Alba Alejandro Alice Amara Amir Anaïs Anders Anika Anton Aoife Arjun Astrid Aya Beatriz Ben Bilal"
                            + " Björn Bruno Camila Carlos Chen Chiara Chidi Clara Dalia Daniel Daria David Diego Dilara Dmitri Edith"
                            + " Elena Elif Emil Emma Enzo Esther Ewa Farah Felix Femi Finn Fiona Freya Gabriel Grace Greta Gustav Hana"
                            + " Hannah Haruto Hassan Helena Hugo Ibrahim Ida Imani Ines Ingrid Irina Isaac Ivan Jack Jana Jasmin Javier"
                            + " Jin Joana Jonas Joseph Juan Julia Kaito Karim Karin Katarina Kenji Kofi Lars Laura Layla Leo Leonie Lena"
                            + " Liam Lina Lucas Lucia Luis Magnus Maja Malik Marco Maria Marie Mateo Maya Mei Mia Miguel Mina Miriam"
                            + " Mohamed Nadia Naomi Nia Nikolai Nils Nina Noah Nora Olga Oliver Omar Oscar Otto Pablo Paula Pedro Petra"
                            + " Priya Rafael Ravi Rosa Ruth Sami Samuel Sana Sara Sasha Selma Simon Sofia Stefan Sven Tara Tariq Teresa"
                            + " Theo Thomas Tomás Uma Valentina Vera Victor Wanjiru Wei Yara Yusuf Yuki Zainab Zara Zoe")
                    .split(" ", -1));

    private GivenNames() {}
}
