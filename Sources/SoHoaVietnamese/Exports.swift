// Who imports SoHoaVietnamese gets the folder of dictionaries that the restorer wants.
@_exported import SoHoaDictionaries
